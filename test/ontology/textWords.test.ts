import { describe, expect, it } from 'vitest';
import { readTypedForText, textWords } from '../../src/ontology/index.js';

describe('the words of a text', () => {
  const words = (text: string) => textWords([text]).join(' ');

  it('are folded, each once, with the common words that they stand for, and without those of grammar', () => {
    expect(words('The doctors of Bệnh viện Bạch Mai and the doctors of Huế')).toBe(
      'bach benh doctors hospital hue mai vien',
    );
    expect(words('Le chirurgien d’Orsay opère à l’hôpital, qu’il dirige')).toBe(
      'chirurgien dirige hopital hospital il opere orsay',
    );
    expect(words('在北京的醫院')).toContain('bei');
  });

  it('are of grammar only as grammar is spelled', () => {
    expect(words('An operation that An saw')).toBe('an operation saw');
    expect(words('ân to Tô')).toBe('an to');
    expect(words('the and of')).toBe('');
  });

  it('are no longer than words are', () => {
    expect(words(`${'x'.repeat(40)} ${'y'.repeat(41)}`)).toBe('x'.repeat(40));
    expect(words('')).toBe('');
  });

  it('that are typed are read alike, and grammar is looked for where there is nothing else', () => {
    const typed = (text: string) => readTypedForText(text).singly.map((word) => word.text);
    expect(typed('the hospital of Hanoi')).toEqual(['hospital', 'hanoi']);
    expect(typed('who is who')).toEqual(['who', 'is', 'who']);
    expect(typed('vitamin d')).toEqual(['vitamin']);
    expect(typed(`— ${'z'.repeat(41)}`)).toEqual([]);
  });
});
