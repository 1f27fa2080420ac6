import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picture } from '../../bench/compare/report/picture.js';
import type { Report, Result } from '../../bench/compare/report/report.js';

const CONTENDERS = ['confrere-neo4j', 'confrere-embedded', 'neo4j-graphql', 'cypher'];

const rates = fc.array(fc.double({ min: 0.1, max: 5_000, noNaN: true }), { minLength: 4, maxLength: 4 });

describe('the picture of a comparison', () => {
  it('has bars as long as there were answers in a second, within each question', () => {
    fc.assert(
      fc.property(rates, rates, (one, sixteen) => {
        const drawn = picture(reportOf([resultOf('a', 1, one), resultOf('a', 16, sixteen)]));
        const lengths = [...drawn.matchAll(/<rect class="c\d"[^>]* width="([\d.]+)"/g)].map(([, width]) =>
          Number(width),
        );
        const inOrder = one.flatMap((rate, index) => [rate, sixteen[index] ?? NaN]);
        const longest = Math.max(...lengths);
        expect(lengths).toHaveLength(inOrder.length);
        inOrder.forEach((rate, index) => {
          expect(lengths[index]).toBeCloseTo((longest * rate) / Math.max(...inOrder), 0);
        });
      }),
    );
  });

  it('says in words what it shows, for those who do not see it', () => {
    const drawn = picture(
      reportOf([resultOf('a', 1, [1, 22, 333.3, 4.44]), resultOf('d', 16, [5, 6, 7, 8])]),
    );
    const [, description = ''] = /<desc id="description">([^<]*)<\/desc>/.exec(drawn) ?? [];
    expect(drawn).toContain('role="img" aria-labelledby="title description"');
    expect(description).toContain('a, question a: confrere-neo4j, 1 at once: 1.0 (1.0 to 1.0).');
    expect(description).toContain('neo4j-graphql, 1 at once: 333 (333 to 333).');
    expect(description).toContain('cypher, 16 at once: 8.0 (8.0 to 8.0).');
  });

  it('takes a title for text, whatever signs it has', () => {
    const result = { ...resultOf('a', 1, [1, 2, 3, 4]), title: '<script>&"' };
    const drawn = picture(reportOf([result]));
    expect(drawn).not.toContain('<script>');
    expect(drawn).toContain('a: &lt;script&gt;&amp;&quot;');
  });
});

function reportOf(results: readonly Result[]): Report {
  return {
    machine: { processors: 2, model: 'a processor', node: 'v20' },
    options: {
      facts: 10_000,
      questions: ['a', 'd'],
      contenders: CONTENDERS,
      rounds: 5,
      connections: [1, 16],
      seconds: 3,
      keys: 100,
      seed: 1,
    },
    results,
  };
}

function resultOf(question: string, connections: number, answersPerSecond: readonly number[]): Result {
  return {
    question,
    title: `question ${question}`,
    connections,
    proved: 100,
    bytes: {},
    first: [],
    contenders: answersPerSecond.map((rate, index) => ({
      contender: CONTENDERS[index] ?? '',
      answersPerSecond: { median: rate, min: rate, max: rate },
      ratios: {},
      latency: { p50: 1, p95: 1, p99: 1 },
      cpu: { own: null, neo4j: null },
      memory: null,
      loopDelay: null,
      answers: 1,
    })),
  };
}
