import { fileURLToPath } from 'node:url';

// The same three steps up lead to the package root from src/cli/neo4j and from the compiled dist/cli/neo4j.
const SCRIPTS = new URL('../../../scripts/neo4j/', import.meta.url);

/** The path of a file that is run by another program than this one: Java, Maven, or a Node of its own. */
export function neo4jAsset(name: 'Launcher.java' | 'pom.xml' | 'container.mjs'): string {
  return fileURLToPath(new URL(name, SCRIPTS));
}
