import fc from 'fast-check';
import { lineOfText } from '../../../src/ontology/index.js';

/** Names and words in several scripts, some that fold alike, some that fold to nothing, some that mean harm. */
const WORDS = [
  ...[
    'Nguyễn Phú Hữu',
    'nguyen phu huu',
    'Hữu Nguyễn Phú',
    'NGUYỄN  PHÚ HỮU',
    'Đặng Văn Ngữ',
    'Dang Van Ngu',
  ],
  ...['Chợ Rẫy', 'Xanh Pôn', 'Saint Paul', 'L’Hôpital', 'Médecins d’ailleurs', 'Łódź', 'Straße', 'İzmir'],
  ...['北京协和医院', '協和醫院', 'មន្ទីរពេទ្យកាល់ម៉ែត', 'ភ្នំពេញ', 'ໂຮງຫມໍ', 'โรงพยาบาลศิริราช', '서울대학교병원'],
  ...[
    '東京大学',
    'が',
    'Больница № 1',
    'مستشفى',
    'בית חולים',
    'अस्पताल',
    'Ένα',
    '—',
    '😀',
    'a',
    'A',
    'á',
    'z|a',
  ],
  ...["Robert'); DROP TABLE fact;--", '`) DETACH DELETE (n', '$key', '{"key":1}', '%', '_', '\\', '"', "'"],
];

/** One line of text that a record may hold. */
export function line(maximum: number): fc.Arbitrary<string> {
  const schema = lineOfText(maximum);
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map(join) },
    )
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => schema.safeParse(text).success);
}

/** A text by which a search may be made: a name that may be there, or anything. */
export const searched = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
);

function join(words: readonly string[]): string {
  return words.join(' ');
}
