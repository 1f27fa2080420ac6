import { describe, expect, it } from 'vitest';
import { ontology, sideWords, sidesOfFlow } from '../../src/ontology/index.js';

const wordsOf = (kind: string) => sideWords(ontology.factKind(kind));

describe('sideWords', () => {
  it('tells the direction of a flow, and when the place counts', () => {
    expect(wordsOf('Training')).toBe(
      'As a flow it runs from FROM, TRAINER to TRAINEE, and to AT, IN from each that is another than it. ' +
        'Shows its techniques at TRAINEE, AT, IN, and that they came from FROM, TRAINER.',
    );
    expect(wordsOf('Cooperation')).toBe(
      'As a flow undirected, between any two who play PARTY; whoever plays FROM counts among them, for unnamed ones come from there.',
    );
    expect(wordsOf('Observation')).toBe('No flow.');
  });

  it('tells whose posts say nothing', () => {
    expect(wordsOf('Posting')).toMatch(/For a flow, posts of POSTED tell nothing\.$/);
    expect(wordsOf('Procedure')).toMatch(/For what it shows, posts of OPERATOR tell nothing\.$/);
    expect(wordsOf('Visit')).not.toMatch(/posts/);
  });

  it.each(ontology.factKinds.map((kind) => [kind.name, kind] as const))(
    'names every role on a side of %s and no other',
    (_name, kind) => {
      const { flow, arrival } = kind;
      const sides = [
        ...(flow === undefined ? [] : sidesOfFlow(flow)),
        ...(arrival === undefined ? [] : [arrival.at, arrival.from]),
      ];
      const named = new Set(sideWords(kind).match(/\b[A-Z]{2,}(?:_[A-Z]+)*\b/g) ?? []);
      expect(named).toEqual(new Set(sides.flatMap(({ roles }) => roles)));
    },
  );
});
