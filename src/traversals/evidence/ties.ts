import { nameKey } from '../../ontology/index.js';
import type { SourceRecord } from '../../ontology/index.js';

/** Why two sources are not independent of one another. */
export const TIES = {
  SAME_PUBLISHER: 'They have the same publisher, however it is spelled.',
  SAME_ADDRESS: 'They are read at the same address: one text.',
  SAME_DOCUMENT: 'Their paragraphs are counted in the same file: one text.',
  DERIVED: 'The first says that it derives from the second.',
} as const;

export type TieKind = keyof typeof TIES;

/** What a source may share with others, and which others it derives from. */
export interface Descent {
  /** Sources with an equal mark of one kind are tied by it. */
  readonly marks: readonly Mark[];
  readonly origins: readonly string[];
}

export interface Mark {
  readonly tie: Exclude<TieKind, 'DERIVED'>;
  /** Folded: equal where the sources share it. */
  readonly mark: string;
  /** As the source has it. */
  readonly text: string;
}

/** What ties a source to others. One that is not there is tied to none. */
export function descentOf(source: SourceRecord | null): Descent {
  if (source === null) return { marks: [], origins: [] };
  const { publisher, url, document, derivedFrom = [] } = source;
  const marks: Mark[] = [];
  const mark = (tie: Mark['tie'], text: string | undefined, fold: (text: string) => string) => {
    if (text !== undefined) marks.push({ tie, mark: `${tie} ${fold(text)}`, text });
  };
  mark('SAME_PUBLISHER', publisher, foldPublisher);
  mark('SAME_ADDRESS', url, foldAddress);
  mark('SAME_DOCUMENT', document, (text) => text);
  return { marks, origins: derivedFrom };
}

/** Names of which nothing can be folded are compared as they are; of all others the folded form has a letter or digit. */
function foldPublisher(name: string): string {
  return nameKey(name) || `=${name}`;
}

/** Where in a page, over which protocol and with which last slash is no difference of text. */
function foldAddress(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `${host}${pathname.replace(/\/+$/, '')}${search}`;
}
