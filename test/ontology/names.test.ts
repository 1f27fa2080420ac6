import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, lineOfText, nameKey } from '../../src/ontology/index.js';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('a folded name', () => {
  it.each([
    ['Nguyễn Phú Hữu', 'nguyen phu huu'],
    ['nguyen phu huu', 'nguyen phu huu'],
    ['NGUYỄN  PHÚ-HỮU', 'nguyen phu huu'],
    ['Đặng Văn Ngữ', 'dang van ngu'],
    ['Xanh Pôn', 'xanh pon'],
    ['Chợ Rẫy', 'cho ray'],
    ["L’Hôpital d'Enfants", 'lhopital denfants'],
    ['Łódź, Straße', 'lodz strasse'],
    ['İzmir', 'izmir'],
    ['北京协和医院', 'beijingxieheyiyuan'],
    ['ភ្នំពេញ', 'phnampenh'],
    ['โรงพยาบาลศิริราช', 'orngphyabalsirirach'],
    ['ໂຮງຫມໍ', 'ohnghmo'],
    ['Йошкар-Ола', 'yoshkar ola'],
    ['が', 'ga'],
    ['Bệnh viện K (cơ sở 3)', 'benh vien k co so 3'],
    ['—', ''],
    ['', ''],
  ])('of "%s" is "%s"', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('keeps the vowels of scripts that write them as marks', () => {
    expect(foldName('គីម')).not.toBe(foldName('គម'));
    expect(foldName('ศิริ')).not.toBe(foldName('ศร'));
  });

  it('is the same however the marks are encoded', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        expect(foldName(name.normalize('NFD'))).toBe(foldName(name.normalize('NFC')));
      }),
    );
  });

  it('loses the marks of every Latin letter', () => {
    let letters = 0;
    for (let code = 0xc0; code < 0x2000; code += 1) {
      const letter = String.fromCodePoint(code);
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
      if (!/\p{Script=Latin}/u.test(letter) || bare === letter) continue;
      letters += 1;
      expect(foldName(letter), letter).toBe(foldName(bare));
    }
    expect(letters).toBeGreaterThan(400);
  });

  it('is words of plain letters and digits, and folded once and for all', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const folded = foldName(name);
        expect(folded).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
        expect(foldName(folded)).toBe(folded);
      }),
    );
  });
});

describe('a name key', () => {
  it('does not mind the order of the words, their case and their marks', () => {
    expect(nameKey('Hữu Nguyễn Phú')).toBe(nameKey('nguyen phu huu'));
    expect(nameKey('Nguyen, Phu Huu')).toBe('huu nguyen phu');
  });

  it('minds how often a word is said, and which', () => {
    expect(nameKey('Nguyễn Nguyễn Phú')).not.toBe(nameKey('Nguyễn Phú Phú'));
    expect(nameKey('Phu Huu')).not.toBe(nameKey('Phuhuu'));
  });

  it('is the same for all orders of words, and a name key of itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
        const key = nameKey(words.join(' '));
        expect(nameKey(words.toReversed().join(' '))).toBe(key);
        expect(nameKey(key)).toBe(key);
      }),
    );
  });
});

describe('a line of text', () => {
  const isLine = (text: string) => lineOfText(20).safeParse(text).success;

  it.each(['a', 'Nguyễn Phú Hữu', '北京协和医院', '😀', 'a b', "a'b"])('may be %j', (text) => {
    expect(isLine(text)).toBe(true);
  });

  it.each([
    ...['', ' a', 'a ', 'a\nb', 'a\tb', 'a\u0000b', 'a\u007fb', 'a\u2028b', 'a\u2029b'],
    ...['a\u202eb', 'a\u2066b', 'a\ud83d', '\ude00a', 'x'.repeat(21)],
  ])('may not be %j', (text) => {
    expect(isLine(text)).toBe(false);
  });
});
