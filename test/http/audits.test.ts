import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConfrere } from '../cli/confrere.js';
import type { Running } from '../cli/confrere.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';

// The libraries look at NODE_ENV when they are loaded, so that each mode needs a process of its own.
describe.each(['development', 'production'])('GraphQL over HTTP, in %s', (mode) => {
  let service: Running;
  let url = '';
  beforeAll(async () => {
    service = startConfrere(temporaryDirectory(), [], { PORT: '0', NODE_ENV: mode });
    [, url = ''] = await service.said(/GraphQL at (http:\/\/\S+\/graphql)/);
  });
  afterAll(async () => {
    service.process.kill('SIGTERM');
    await service.ended;
    removeTemporaryDirectories();
  });

  const audits = serverAudits({ url: () => url, fetchFn: fetch });

  it('is audited in full', () => expect(audits).toHaveLength(61));

  it.each(audits.map((audit) => [`${audit.id}: ${audit.name}`, audit] as const))(
    '%s',
    async (_name, audit) => {
      const result = await audit.fn();
      // A MAY that is not taken is a "notice"; a SHOULD that is not kept is a "warn", a MUST an "error".
      expect(result.status, 'reason' in result ? result.reason : '').toMatch(/^(ok|notice)$/);
    },
  );

  it('tells nobody where in the program an error came from', async () => {
    for (const query of ['{', '{ none }', '{ facts(after: "x") { totalCount } }']) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      expect(await response.text()).not.toMatch(/stacktrace|node_modules|\.[jt]s:\d/);
    }
  });
});
