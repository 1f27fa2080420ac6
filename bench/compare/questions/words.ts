/*
 * What the questions share in each language. Confrere leaves out by itself what is unreviewed, withdrawn, planned or denied,
 * and orders facts by time; the others are told so.
 */

/** So many items a list has at the most. */
export const PAGE = 10;

/** The arguments of a list of facts in @neo4j/graphql. */
export const STANDING_GRAPHQL = `where: { status: { in: ["ACCEPTED", "DISPUTED"] }, modality: { eq: "FACTUAL" }, negated: { eq: false } }, sort: [{ order: ASC }], limit: ${PAGE}`;

/** Which facts are meant, in Cypher. */
export function standing(fact: string): string {
  return `${fact}.status IN ['ACCEPTED', 'DISPUTED'] AND ${fact}.modality = 'FACTUAL' AND NOT ${fact}.negated`;
}

/** About two thousand doctors, evenly spread, in Cypher, each as the variable `doctor`: so many can be looked at in a graph of any size. */
export const SOME_DOCTORS = `MATCH (doctor:PlainDoctor) WITH doctor ORDER BY doctor.key
    WITH collect(doctor) AS doctors
    UNWIND range(0, size(doctors) - 1, 1 + size(doctors) / 2000) AS place
    WITH doctors[place] AS doctor`;

/** A page of the facts in which the entity plays the role, in Cypher, each as the variable `fact`. */
export function factsIn(entity: string, type: string, label: string, fact: string): string {
  return `MATCH (${entity})<-[:${type}]-(${fact}:${label}) WHERE ${standing(fact)}
    WITH ${fact} ORDER BY ${fact}.order LIMIT ${PAGE}`;
}
