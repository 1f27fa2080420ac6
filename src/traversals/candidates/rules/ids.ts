import type { Profile } from '../profile.js';
import { exclusion, reason } from '../reasons.js';
import type { IdentityReason } from '../reasons.js';

const SAME_ID = 30;

/** What external ids say: the same one of a scheme, or others. */
export function idReasons(a: Profile, b: Profile): IdentityReason[] {
  const [idsA, idsB] = [idsByScheme(a), idsByScheme(b)];
  return [...idsA.keys()].sort().flatMap((scheme) => {
    const [valuesA, valuesB] = [idsA.get(scheme) ?? [], idsB.get(scheme) ?? []];
    if (valuesB.length === 0) return [];
    const same = valuesA.find((value) => valuesB.includes(value));
    return same === undefined
      ? [
          exclusion(
            'OTHER_EXTERNAL_ID',
            `Other ids of ${scheme}: ${valuesA.join(', ')} and ${valuesB.join(', ')}.`,
          ),
        ]
      : [reason('EXTERNAL_ID', SAME_ID, `Both are ${scheme}:${same}.`)];
  });
}

function idsByScheme({ record }: Profile): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { scheme, value } of record.externalIds)
    ids.set(scheme, [...(ids.get(scheme) ?? []), value].sort());
  return ids;
}
