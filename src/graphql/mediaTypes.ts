/** The media type of an answer of GraphQL, also of one whose status says that it failed. */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** Whether a client that sends this `Accept` gets that type: it likes it better than `application/json`, or no less and names it first. */
export function takesGraphqlResponse(accept = ''): boolean {
  const ranges = accept.toLowerCase().split(',').map(readRange);
  const [own, json] = [liking(ranges, GRAPHQL_RESPONSE), liking(ranges, 'application/json')];
  if (own.quality !== json.quality) return own.quality > json.quality;
  return own.quality > 0 && own.isNamed && (!json.isNamed || own.place < json.place);
}

interface Range {
  type: string;
  quality: number;
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim());
  const quality = parameters.find((each) => each.startsWith('q='))?.slice(2);
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
}

/** What the ranges say of a type, by the narrowest that has it. */
function liking(
  ranges: readonly Range[],
  type: string,
): { quality: number; isNamed: boolean; place: number } {
  for (const name of [type, 'application/*', '*/*']) {
    const place = ranges.findIndex((range) => range.type === name);
    const quality = ranges[place]?.quality;
    if (quality !== undefined) return { quality, isNamed: name === type, place };
  }
  return { quality: 0, isNamed: false, place: -1 };
}
