/*
 * Cypher written by hand over a bare node:http: one nested query for each question, whose one row is the answer. Started by
 * the comparison; NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD say where the plain graph is.
 */
import { driverFor } from '../../graphs/places.js';
import { serveBare } from '../bareServer.js';

const driver = driverFor({
  uri: process.env['NEO4J_URI'] ?? '',
  username: process.env['NEO4J_USERNAME'] ?? '',
  password: process.env['NEO4J_PASSWORD'] ?? '',
});

serveBare(async ({ query, variables }) => {
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { records } = await session.run(query, variables);
    return records[0]?.get('answer') as unknown;
  } finally {
    await session.close();
  }
});
