import { beforeEach, describe, expect, it } from 'vitest';
import { COMPANIONS_ROLES_MAXIMUM } from '../../src/store/port.js';
import type { FactFilter } from '../../src/store/port.js';
import { entity, fact, source } from '../helpers/graph.js';
import type { Subject } from './subject.js';

/** Who takes part in facts with whom. */
export function companionsContract(subject: Subject): void {
  describe('companions', () => {
    const found = async (parents: readonly (readonly string[])[], kinds: string[], filter: FactFilter = {}) =>
      (await subject.store.companionsOf(parents, kinds, filter)).map((keys) => keys?.join(' ') ?? null);

    beforeEach(async () => {
      await subject.write(
        source(),
        source('source/other'),
        ...['doctor/a', 'doctor/b', 'hospital/h', 'hospital/i', 'technique/t', 'country/v'].map((key) =>
          entity(key),
        ),
        fact('training/ab', [
          'TRAINER=doctor/a',
          'TRAINEE=doctor/b',
          'AT=hospital/h',
          'TECHNIQUE=technique/t',
        ]),
        fact('visit/a', ['VISITOR=doctor/a', 'HOST=hospital/i', 'IN=country/v'], {
          negated: true,
          citations: [{ source: 'source/other', paragraph: 1 }],
        }),
        fact('training/group', ['TRAINEE="hundreds of doctors"', 'AT=hospital/h']),
      );
    });

    it('are the entities of the kinds in the facts of each parent, sorted, each once', async () => {
      const parents = [['doctor/a'], ['doctor/b', 'hospital/i', 'doctor/b'], ['technique/none'], []];
      expect(await found(parents, ['Hospital', 'Country'])).toEqual([
        'country/v hospital/h hospital/i',
        'country/v hospital/h',
        '',
        '',
      ]);
      expect(await found([['hospital/h']], ['Doctor', 'Hospital'])).toEqual(['doctor/a doctor/b']);
      expect(await found([['doctor/a']], ['Ghost'])).toEqual(['']);
      expect(await found([['doctor/a']], [])).toEqual(['']);
      expect(await found([], ['Hospital'])).toEqual([]);
    });

    it('are no keys of the parent itself', async () => {
      expect(await found([['doctor/a', 'doctor/b']], ['Doctor', 'Technique'])).toEqual(['technique/t']);
    });

    it('take part in facts that fit', async () => {
      const of = (filter: FactFilter) => found([['doctor/a']], ['Hospital'], filter);
      expect(await of({ negated: false })).toEqual(['hospital/h']);
      expect(await of({ kinds: ['Visit'] })).toEqual(['hospital/i']);
      expect(await of({ withoutSources: ['source/other'] })).toEqual(['hospital/h']);
      expect(await of({ knownIn: 0 })).toEqual(['']);
      expect(await of({ participants: [{ entities: ['technique/t'] }] })).toEqual(['hospital/h']);
      expect(await of({ kinds: [] })).toEqual(['']);
    });

    it('are not told of an entity that plays very many roles, whatever facts fit', async () => {
      const roles = ['PROVIDER', 'RECIPIENT', 'AT', 'FROM', 'REPORTER'].map((role) => `${role}=hospital/hub`);
      const facts = COMPANIONS_ROLES_MAXIMUM / roles.length;
      await subject.write(
        entity('hospital/hub'),
        ...Array.from({ length: facts }, (_, index) => fact(`transfer/n${index}`, roles)),
        fact('training/hub', ['TRAINEE=doctor/a', 'TECHNIQUE=technique/t']),
      );
      expect(await found([['hospital/hub']], ['Technique'])).toEqual(['']);
      await subject.write(fact('cooperation/last', ['PARTY=hospital/hub', 'PARTY=country/v']));
      const none: FactFilter = { kinds: [] };
      expect(await found([['hospital/hub'], ['country/v']], ['Hospital'])).toEqual([
        null,
        'hospital/hub hospital/i',
      ]);
      expect(await found([['doctor/a', 'hospital/hub']], [], none)).toEqual([null]);
    }, 120_000);
  });
}
