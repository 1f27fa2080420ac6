import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { onSeededStore } from '../helpers/seeded.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const questions = [
  ...readme.matchAll(/\*\*([^*]+\?)\*\*[^]*?```graphql\n([^]*?)```\n\n```json\n([^]*?)```/g),
].map(([, title = '', query = '', answer = '']) => ({ title: title.replaceAll('\n', ' '), query, answer }));

onSeededStore('the questions of the README', (store) => {
  test('are three', () => {
    expect(questions).toHaveLength(3);
  });

  test.each(questions)('$title', async ({ query, answer }) => {
    expect(await dataOf(graphqlOver(store()).ask(query))).toEqual(JSON.parse(answer));
  });
});
