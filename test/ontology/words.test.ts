import { describe, expect, it } from 'vitest';
import {
  entityWords,
  personalWords,
  readTyped,
  readWords,
  searchWords,
  spelledWords,
} from '../../src/ontology/index.js';

const wordsIn = (name: string) => readWords(name).together;
const wordsTyped = (text: string) => readTyped(text).together;
const texts = (words: readonly { text: string }[]) => words.map(({ text }) => text).join('|');

describe('the words of a name', () => {
  it('are folded and stand in their order, signs of Chinese each alone', () => {
    expect(texts(wordsIn('Nguyễn Phú Hữu'))).toBe('nguyen|phu|huu');
    expect(texts(wordsIn('Jean-Pierre O’Neill'))).toBe('jean|pierre|oneill');
    expect(texts(wordsIn('范文英'))).toBe('fan|wen|ying');
    expect(texts(wordsIn('ＡＢＣ'))).toBe('abc');
    expect(wordsIn('—')).toEqual([]);
    expect(texts(wordsIn('constructor __proto__ toString'))).toBe('constructor|proto|tostring');
  });

  it('tell which common word they stand for, shortened or in another language', () => {
    expect(wordsIn('Bệnh viện Bạch Mai')[0]).toEqual({ text: 'benh vien', common: 'hospital' });
    expect(wordsIn('BV Bạch Mai')[0]).toEqual({ text: 'bv', common: 'hospital' });
    expect(wordsIn('BVĐK tỉnh Hà Tĩnh').map(({ common }) => common)).toEqual([
      ...['hospital', 'general', 'provincial', undefined, 'provincial'],
    ]);
    expect(texts(wordsIn('UMC TP.HCM'))).toBe('umc|tp|ho|chi|minh');
  });

  it('are read each by itself too, where several stand for one together', () => {
    expect(readWords('Trung tâm Y tế').singly).toEqual([
      { text: 'trung', within: { phrase: 'trung tam', common: 'center' } },
      { text: 'tam', within: { phrase: 'trung tam', common: 'center' } },
      { text: 'y', within: { phrase: 'y te', common: 'health' } },
      { text: 'te', within: { phrase: 'y te', common: 'health' } },
    ]);
    const { together, singly } = readWords('BV Bạch Mai');
    expect(singly).toBe(together);
  });

  it('stand for themselves in the name of a person', () => {
    expect(texts(personalWords('Nguyễn Trung Tâm'))).toBe('nguyen|trung|tam');
    expect(personalWords('Trần Hợp')).toEqual([{ text: 'tran' }, { text: 'hop' }]);
    expect(personalWords('St-Cyr')[0]).toEqual({ text: 'st', common: 'saint' });
    expect(entityWords({ kind: 'Doctor', names: [{ text: 'Lê Quốc Gia' }] })).toEqual(['gia', 'le', 'quoc']);
    expect(entityWords({ kind: 'Hospital', names: [{ text: 'Quốc gia' }] })).toContain('national');
  });

  it('are found also without what French leaves of a word before them', () => {
    expect(readWords('Hôpital d’Aix').together[1]).toEqual({ text: 'daix', bare: 'aix' });
    expect(readTyped("dr. l'Aquila").singly).toEqual([{ text: 'laquila', bare: 'aquila' }]);
    expect(searchWords(["Hôtel-Dieu d'Aix"])).toEqual(['aix', 'daix', 'dieu', 'hotel']);
    expect(searchWords(["Khám chữa bệnh 'Đa"])).toEqual(['benh', 'chua', 'da', 'kham']);
  });

  it('are found one by one, and under the common word', () => {
    expect(searchWords(['Bệnh viện Bạch Mai', 'Bach Mai Hospital'])).toEqual([
      ...['bach', 'benh', 'hospital', 'mai', 'vien'],
    ]);
    expect(searchWords(['—'])).toEqual([]);
  });

  it('go without titles where somebody typed them, unless there is nothing else', () => {
    expect(texts(wordsTyped('GS.TS. Trần Văn Minh'))).toBe('tran|van|minh');
    expect(texts(wordsTyped('Phó giáo sư Nguyễn Tiến'))).toBe('nguyen|tien');
    expect(texts(wordsTyped('范文英教授'))).toBe('fan|wen|ying');
    expect(texts(wordsTyped('Tiến sĩ'))).toBe('tien|si');
    expect(texts(wordsTyped('Medical Assoc.'))).toBe('medical|assoc');
  });

  it('are also given as they are spelled', () => {
    expect(spelledWords('Lê Thị-Ánh, 李薇')).toEqual(['lê', 'thị', 'ánh', '李', '薇']);
    expect(spelledWords('Lê')).toEqual(['lê']);
  });
});
