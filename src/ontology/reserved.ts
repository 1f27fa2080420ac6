/*
 * Names that are taken, whatever kinds there are: a kind, role or relation of the same name would stand for two things in
 * the GraphQL schema, in a bundle or in the graph.
 */

/** What GraphQL types, their enums and Neo4j labels beside those of the kinds are called. */
export const RESERVED_NAMES = [
  ...['Boolean', 'Float', 'ID', 'Int', 'String', 'Query', 'Mutation', 'Subscription', 'Node', 'PageInfo'],
  ...['Entity', 'EntityKind', 'EntityOrder', 'EntityRevision', 'ExternalId', 'Name', 'NameKind'],
  ...['Relation', 'RelationLink', 'CountryAttribution', 'CountryBasis', 'SideBasis', 'Judgement', 'Verdict'],
  ...['Identity', 'EntityMember'],
  ...['Fact', 'FactFilter', 'FactKind', 'FactOrder', 'FactStatus', 'Modality', 'StatusChange', 'Changeset'],
  ...['Change', 'RecordKind'],
  ...['Group', 'Participant', 'ParticipantFilter', 'Role', 'RolePlayer', 'Quantity', 'Period'],
  ...['Source', 'SourceRevision', 'Citation', 'Locator', 'Certainty', 'Time', 'TimeFilter'],
  ...['ConfrereStore', 'ConfrereProgress'],
  ...['Corroboration', 'SourceGroup', 'SourceTie', 'SourceTieKind'],
  ...['Contradiction', 'ContradictionRule', 'RuleStrength'],
  ...['TimelineBucket', 'TimelineEnd', 'TimelineFact', 'TimelineGrain', 'TimelineReach'],
  ...['Bound', 'CommonAncestor', 'CommonSide', 'Cut', 'Dependent', 'DependentKind', 'DependentTraining'],
  ...['FactKindCount', 'FirstArrival', 'Flow', 'FlowDirection', 'FlowFact', 'FlowGroup', 'FlowPerson'],
  ...['FlowSide', 'FlowTechnique', 'LineageDirection', 'LineageMember', 'LineageStep', 'NeighbourhoodLink'],
  ...['NeighbourhoodNode', 'Path', 'PathHop', 'PathStop', 'Paths', 'PathsEnd', 'PlaceKind'],
  ...['SharedBasis', 'SharedEntity', 'SideAttribution', 'SideKind', 'StatedRelation', 'Support'],
  ...['CountryCount', 'FactHit', 'KindCount', 'MatchedWord', 'SearchHit', 'SourceHit', 'StatementWord'],
  ...['TechniqueCount', 'TitleWord', 'Word', 'WordMatch'],
  ...['IdentityCandidate', 'IdentityReason', 'IdentityRule', 'Likelihood'],
  ...['TechniqueArrival', 'TechniqueOrigin', 'YearBounds'],
];

/** How the types of lists end that are made for every kind. */
export const RESERVED_ENDING = /(Connection|Edge)$/;

/** What leads from one record to another in Neo4j beside roles and relations. */
export const RESERVED_RELATIONSHIPS = [
  'CITES',
  'HAS_WORD',
  'IDENTIFIED_BY',
  'JUDGES',
  'NAMED',
  'REVISION_OF',
];

/** How the keys of what is no entity and no fact begin. */
export const RESERVED_PREFIXES = ['source', 'judgement'];

/** Fields that every entity has, in GraphQL or in a bundle. */
export const COMMON_ENTITY_FIELDS = [
  ...['id', 'key', 'kind', 'name', 'names', 'externalIds', 'ids', 'citations', 'cites', 'editor', 'note'],
  ...['facts', 'judgements', 'relations', 'revision', 'recordedAt', 'recordedIn'],
];

/** Fields that every fact has, in GraphQL or in a bundle. */
export const COMMON_FACT_FIELDS = [
  ...['id', 'key', 'kind', 'statement', 'participants', 'properties', 'citations', 'cites', 'note'],
  ...['status', 'modality', 'negated', 'time', 'quantity', 'history', 'supersedes', 'supersededBy'],
  ...['recordedAt', 'recordedIn', 'retractedAt', 'retractedIn', 'corroboration', 'singleSource'],
];
