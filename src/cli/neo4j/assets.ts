import { inPackage } from '../../paths.js';

/** The path of a file that is run by another program than this one: Java, Maven, or a Node of its own. */
export function neo4jAsset(name: 'Launcher.java' | 'pom.xml' | 'container.mjs'): string {
  return inPackage(`scripts/neo4j/${name}`);
}
