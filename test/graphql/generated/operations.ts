import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
};

/** What can end a question before it is answered whole. */
export type Bound =
  /** So many entities with like names were looked at. */
  | 'CANDIDATES'
  /** The walk went as many steps as it was allowed to; what lies behind its ends was not looked at. */
  | 'DEPTH'
  /** So many facts were read. */
  | 'FACTS_READ'
  /** So much was found. */
  | 'FINDINGS'
  /** So many entities were reached. */
  | 'NODES'
  /** So many pairs of facts, or of names, were compared. */
  | 'PAIRS'
  /** Facts were counted so many times, over all that they belong to. */
  | 'PLACEMENTS';

/** How sure something is when dates leave it open, above all that a fact falls into a time. */
export type Certainty =
  /** Whatever the dates leave open, it does. An open end counts as still going on; an undated fact is never certain. */
  | 'CERTAIN'
  /** It does, or nothing that the dates say excludes it. Undated facts are included. */
  | 'POSSIBLE';

/** How it takes place, as far as a source says. */
export type ConsultationMode =
  /** On the spot. */
  | 'ON_SITE'
  /** From afar. */
  | 'REMOTE';

/** By what facts contradict one another. */
export type ContradictionRule =
  /** Someone takes part in a fact that began, for certain, after they had died. */
  | 'AFTER_DEATH'
  /** Someone takes part in a fact that was over, for certain, before they were born. */
  | 'BEFORE_BIRTH'
  /** It is said that it is so, and also that it is not, by one source or by several: a fact of the same kind with all the participants, properties and figures that are denied (it may have more), at a time for which it is denied. */
  | 'DENIED'
  /** Two figures for the same thing (same participants, measure, unit and period) at one time whose bounds exclude each other: "over 1,500" and "1,200". Figures without any bound, such as "hundreds", exclude none. */
  | 'FIGURES_DIFFER'
  /** Two births, or two deaths, of one person at times that have, for certain, no day in common. */
  | 'LIVED_TWICE'
  /** One person certainly belonged, on one same day, to hospitals that have no country in common: neither that which the fact names nor that in which the hospital lies. */
  | 'TWO_COUNTRIES'
  /** Two people certainly held, on one same day, a post of which an institution (or a department of it) mostly has one: director, president, chairman, rector, dean and their like, or head of a department. */
  | 'TWO_HEADS';

/** The form of the cooperation, as far as a source says. */
export type CooperationForm =
  /** A written agreement. */
  | 'AGREEMENT'
  /** An exchange of views, people or knowledge. */
  | 'EXCHANGE'
  /** Work done together. */
  | 'JOINT_WORK'
  /** One side supports the other. */
  | 'SUPPORT';

/** What a country of a fact’s side rests on. */
export type CountryBasis =
  /** Inferred: a hospital or organisation in the fact lies in the country. */
  | 'LOCATION'
  /** Inferred: someone in the fact held a post in the country, and the dates do not exclude that it was at the time. */
  | 'POST'
  /** The fact itself names the country. */
  | 'STATED';

/** Of what is asked whether it hangs on one. */
export type DependentKind =
  /** Countries where trainings took place, or whose people were taught. */
  | 'COUNTRY'
  /** Hospitals where trainings took place, or whose people were taught. */
  | 'HOSPITAL'
  /** Techniques that were taught. */
  | 'TECHNIQUE';

/** The kinds of entities. */
export type EntityKind =
  /** A country of ISO 3166-1; its code is the external id with the scheme `iso3166`. */
  | 'COUNTRY'
  /** A named medical professional: physician, surgeon, nurse, technician or medical teacher. */
  | 'DOCTOR'
  /** A place of care: a hospital, medical centre, university hospital, clinic, or a centre within one. */
  | 'HOSPITAL'
  /** A body that is not a place of care: a ministry, authority, society, university, company. */
  | 'ORGANISATION'
  /** A named person who is not known as a medical professional: an official, a manager, a donor. */
  | 'PERSON'
  /** Something that is run over time and under which facts happen: a project, rotation, network, guideline or system. */
  | 'PROGRAMME'
  /** A medical technique, procedure, technology or field of skill; broader and narrower ones form a hierarchy. */
  | 'TECHNIQUE';

/** The order of a list of entities. */
export type EntityOrder =
  /** By key. */
  | 'KEY'
  /** By key, from the end. */
  | 'KEY_DESCENDING'
  /** By name without marks and case, then by key. */
  | 'NAME'
  /** By name, from the end. */
  | 'NAME_DESCENDING';

/** Which facts are meant. What is left out has the default, and so has the whole filter when it is left out. */
export type FactFilter = {
  /** Only claims of these sorts. What is merely planned or proposed is left out unless asked for. */
  modalities?: InputMaybe<Array<Modality>>;
  /** False: what sources affirm. True: what they deny. Null: both. */
  negated?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only facts that cite one of these sources, by key. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only facts of these statuses. Unreviewed and withdrawn ones are left out unless asked for; null is as if left out. */
  statuses?: InputMaybe<Array<FactStatus>>;
};

/** The kinds of facts, each with the roles that are its sides for questions about flows and the spread of techniques. */
export type FactKind =
  /** Someone takes a technique or a system into use, develops it, or is reported to use it. No flow. Shows its techniques at ADOPTER, AT, IN, and that they came from HELPER. */
  | 'ADOPTION'
  /** Someone belongs to an institution: works there, holds a post, heads a department, is a member. No flow. */
  | 'AFFILIATION'
  /** Something is judged in words, without a figure: praise, an effect, a difficulty, a comparison. It says what someone holds, not that it is so. No flow. */
  | 'ASSESSMENT'
  /** Someone is born. It tells which facts of other kinds cannot be about the same person. No flow. */
  | 'BIRTH'
  /** Someone advises colleagues on patients or on how to work, on the spot or from afar. As a flow it runs from FROM, CONSULTANT to RECIPIENT, and to AT, IN from each that is another than it. */
  | 'CONSULTATION'
  /** Parties work together, none of them above the other: an agreement, a partnership, an exchange. As a flow undirected, between any two who play PARTY; whoever plays FROM counts among them, for unnamed ones come from there. */
  | 'COOPERATION'
  /** Someone dies. Patients are never named, so it is about those who take part in other facts. No flow. */
  | 'DEATH'
  /** Someone is chosen or recognised for a task or a standing: a treatment site, a training base. No flow. */
  | 'DESIGNATION'
  /** An institution or a programme comes into being, opens, or goes into operation. No flow. */
  | 'FOUNDING'
  /** A figure that a source reports about something. No flow. */
  | 'OBSERVATION'
  /** Someone is sent to work elsewhere for a time: a posting, a rotation, a mission. As a flow it runs from FROM, POSTED to INVITER, AT, IN. For a flow, posts of POSTED tell nothing. */
  | 'POSTING'
  /** A medical act on patients: an operation, an examination, a treatment, a vaccination; or many of them. As a flow it runs from FROM, OPERATOR to AT, IN. Shows its techniques at AT, IN, OPERATOR, and that they came from FROM, OPERATOR. For what it shows, posts of OPERATOR tell nothing. */
  | 'PROCEDURE'
  /** Someone teaches someone: a course, a lecture, hands-on teaching, the sharing of experience. As a flow it runs from FROM, TRAINER to TRAINEE, and to AT, IN from each that is another than it. Shows its techniques at TRAINEE, AT, IN, and that they came from FROM, TRAINER. */
  | 'TRAINING'
  /** A technique or technology is handed over from one side to another. As a flow it runs from FROM, PROVIDER to RECIPIENT, and to AT, IN from each that is another than it. Shows its techniques at RECIPIENT, AT, IN, and that they came from FROM, PROVIDER. */
  | 'TRANSFER'
  /** Someone visits someone: a delegation, an invitation, a tour, a meeting. As a flow it runs from FROM, VISITOR to HOST, INVITER, AT, IN. */
  | 'VISIT';

/** The order of a list of facts. */
export type FactOrder =
  /** By key. */
  | 'KEY'
  /** By key, from the end. */
  | 'KEY_DESCENDING'
  /** By the earliest day on which it may have begun, undated facts last; then by key. */
  | 'TIME'
  /** The other way round: undated facts first, then the latest. */
  | 'TIME_DESCENDING';

/** How far a fact is accepted by those who keep the graph. */
export type FactStatus =
  /** Reviewed: the cited source says so. */
  | 'ACCEPTED'
  /** Somebody has given reasons to doubt it. */
  | 'DISPUTED'
  /** Entered, but not yet reviewed. */
  | 'PROPOSED'
  /** Withdrawn. Kept so that whoever cited it can see what became of it. */
  | 'RETRACTED';

/** Whether a flow has a direction. */
export type FlowDirection =
  /** From one side to the other: one sends, teaches, hands over, visits. */
  | 'DIRECTED'
  /** The two work together, and neither stands above the other. The smaller key is `from`. */
  | 'UNDIRECTED';

/** On which side of a flow somebody stands. */
export type FlowSide =
  /** Those from whom it comes: who sends, teaches, hands over, visits. */
  | 'FROM'
  /** One of those who work together, where there is no direction. */
  | 'PARTY'
  /** Those to whom it goes: who is taught, receives, hosts. */
  | 'TO';

/** What sort of place of care it is, as far as a source says. */
export type HospitalType =
  /** A centre within a hospital. */
  | 'CENTRE'
  /** A clinic. */
  | 'CLINIC'
  /** A hospital. */
  | 'HOSPITAL'
  /** A medical centre. */
  | 'MEDICAL_CENTRE'
  /** A hospital of the armed forces. */
  | 'MILITARY_HOSPITAL'
  /** The hospital of a university. */
  | 'UNIVERSITY_HOSPITAL';

/** What a question may treat as one. */
export type Identity =
  /** What was judged the SAME. */
  | 'JUDGED'
  /** Also what was judged UNSURE, unless it would make one of what was judged DIFFERENT. */
  | 'PROBABLE'
  /** Nothing: every key stands for itself, as its sources speak of it. */
  | 'STRICT';

/** By what two entities seem to be one, or two. */
export type IdentityRule =
  /** When they were born. */
  | 'BIRTH'
  /** Any two of a kind are seldom one; this much must be made up for. */
  | 'CHANCE'
  /** Both belong to the same country, by their posts or by where they stand. */
  | 'COUNTRY'
  /** When they died. */
  | 'DEATH'
  /** Both have the same id of one scheme. */
  | 'EXTERNAL_ID'
  /** What one does lies outside the life, or the working life, of the other. */
  | 'LIFETIME'
  /** Sources put them into the same town or province. */
  | 'LOCALITY'
  /** Their names: the rarer the words that they share, the more it says. */
  | 'NAMES'
  /** They belong to different countries. */
  | 'OTHER_COUNTRY'
  /** They have different ids of a scheme that gives one id to one thing. */
  | 'OTHER_EXTERNAL_ID'
  /** Sources put them into different towns or provinces. */
  | 'OTHER_LOCALITY'
  /** They held posts at different institutions in the same years. */
  | 'OTHER_PLACE'
  /** At different places in the same years, facts join them to different techniques. */
  | 'OTHER_TECHNIQUES'
  /** Facts join both to the same people, institutions or programmes. */
  | 'PARTNERS'
  /** Both held a post at the same institution, or at parts of one. */
  | 'PLACE'
  /** One is a part of the other, or narrower than it, so they are two. */
  | 'RELATION'
  /** One fact names both of them, so they are two. */
  | 'SAME_FACT'
  /** Facts join both to the same techniques. */
  | 'TECHNIQUES';

/** How likely it is that two entities are one, as far as the graph tells. */
export type Likelihood =
  /** Whoever looks will most likely find them one. It still has to be judged. */
  | 'LIKELY'
  /** They may be one; it is worth a look. */
  | 'POSSIBLE';

/** Which way a lineage goes. */
export type LineageDirection =
  /** Teachers, their teachers, and so on. */
  | 'ANCESTORS'
  /** Pupils, their pupils, and so on. */
  | 'DESCENDANTS';

/** What sort of claim the source makes. */
export type Modality =
  /** The source says that it is or was so. */
  | 'FACTUAL'
  /** The source says that it is decided or announced; whether it came to be is not said. */
  | 'PLANNED'
  /** The source says that someone wishes or proposes it; nothing says that it exists. */
  | 'PROPOSED';

/** What sort of name it is. */
export type NameKind =
  /** Another name or spelling in use. */
  | 'ALIAS'
  /** A name that is no longer in use. */
  | 'FORMER'
  /** The name as its bearer or the source gives it. */
  | 'OFFICIAL'
  /** The name carried over from another script. */
  | 'TRANSLITERATION';

/** What sort of body it is, as far as a source says. */
export type OrganisationType =
  /** A local or special authority. */
  | 'AUTHORITY'
  /** A company. */
  | 'COMPANY'
  /** A government, a ministry or another part of the state. */
  | 'GOVERNMENT'
  /** The health service of a country, province or city. */
  | 'HEALTH_SERVICE'
  /** Another body. */
  | 'OTHER'
  /** A professional or learned society. */
  | 'SOCIETY'
  /** A university, academy or school. */
  | 'UNIVERSITY';

/** Somebody who must play a role. */
export type ParticipantFilter = {
  /** The keys of entities, of which one must play the role. */
  entities: Array<Scalars['String']['input']>;
  /** The roles; any when left out. */
  roles?: InputMaybe<Array<Role>>;
};

/** Why there are no more paths. */
export type PathsEnd =
  /** The bound that `cut` names ended the search: there may be more or, where hubs have a penalty, better ones. */
  | 'BOUND_REACHED'
  /** There are no more, of whatever length. */
  | 'EXHAUSTED';

/** A period in which something happens again and again. */
export type Period =
  /** In each day. */
  | 'DAY'
  /** In each month. */
  | 'MONTH'
  /** In each week. */
  | 'WEEK'
  /** In each year. */
  | 'YEAR';

/** Where a technique arrives. */
export type PlaceKind =
  /** In countries. */
  | 'COUNTRY'
  /** At hospitals. */
  | 'HOSPITAL';

/** What sort of programme it is. */
export type ProgrammeType =
  /** A meeting, visit or other event with parts of its own. */
  | 'EVENT'
  /** A guideline or recommendation. */
  | 'GUIDELINE'
  /** A policy, campaign or initiative. */
  | 'INITIATIVE'
  /** A network of institutions or teams. */
  | 'NETWORK'
  /** A project with an aim and a term. */
  | 'PROJECT'
  /** Staff sent in turns. */
  | 'ROTATION'
  /** An information or communication system, a database, a portal. */
  | 'SYSTEM'
  /** A recognised base for training. */
  | 'TRAINING_BASE';

/** The kinds of records: those of entities and facts, sources and judgements. */
export type RecordKind =
  /** Someone takes a technique or a system into use, develops it, or is reported to use it. */
  | 'ADOPTION'
  /** Someone belongs to an institution: works there, holds a post, heads a department, is a member. */
  | 'AFFILIATION'
  /** Something is judged in words, without a figure: praise, an effect, a difficulty, a comparison. It says what someone holds, not that it is so. */
  | 'ASSESSMENT'
  /** Someone is born. It tells which facts of other kinds cannot be about the same person. */
  | 'BIRTH'
  /** Someone advises colleagues on patients or on how to work, on the spot or from afar. */
  | 'CONSULTATION'
  /** Parties work together, none of them above the other: an agreement, a partnership, an exchange. */
  | 'COOPERATION'
  /** A country of ISO 3166-1; its code is the external id with the scheme `iso3166`. */
  | 'COUNTRY'
  /** Someone dies. Patients are never named, so it is about those who take part in other facts. */
  | 'DEATH'
  /** Someone is chosen or recognised for a task or a standing: a treatment site, a training base. */
  | 'DESIGNATION'
  /** A named medical professional: physician, surgeon, nurse, technician or medical teacher. */
  | 'DOCTOR'
  /** An institution or a programme comes into being, opens, or goes into operation. */
  | 'FOUNDING'
  /** A place of care: a hospital, medical centre, university hospital, clinic, or a centre within one. */
  | 'HOSPITAL'
  /** What somebody judges of two entities: one, two, or unsure. */
  | 'JUDGEMENT'
  /** A figure that a source reports about something. */
  | 'OBSERVATION'
  /** A body that is not a place of care: a ministry, authority, society, university, company. */
  | 'ORGANISATION'
  /** A named person who is not known as a medical professional: an official, a manager, a donor. */
  | 'PERSON'
  /** Someone is sent to work elsewhere for a time: a posting, a rotation, a mission. */
  | 'POSTING'
  /** A medical act on patients: an operation, an examination, a treatment, a vaccination; or many of them. */
  | 'PROCEDURE'
  /** Something that is run over time and under which facts happen: a project, rotation, network, guideline or system. */
  | 'PROGRAMME'
  /** A document that says something. */
  | 'SOURCE'
  /** A medical technique, procedure, technology or field of skill; broader and narrower ones form a hierarchy. */
  | 'TECHNIQUE'
  /** Someone teaches someone: a course, a lecture, hands-on teaching, the sharing of experience. */
  | 'TRAINING'
  /** A technique or technology is handed over from one side to another. */
  | 'TRANSFER'
  /** Someone visits someone: a delegation, an invitation, a tour, a meeting. */
  | 'VISIT';

/** How entities stand to one another. */
export type Relation =
  /** From Technique: The techniques that this one is a kind of. */
  | 'BROADER'
  /** From Hospital: The country where it stands. From Organisation: The country where it has its seat. */
  | 'LOCATED_IN'
  /** From Programme: The programmes that this one is a part of. From Hospital: The hospitals or organisations that this one is a part of. From Organisation: The organisations or hospitals that this one is a part of. */
  | 'PART_OF';

/** The roles that entities and groups play in facts. */
export type Role =
  /** Played in: Adoption. */
  | 'ADOPTER'
  /** Played in: Procedure. */
  | 'ASSISTANT'
  /** Played in: Adoption, Affiliation, Assessment, Consultation, Cooperation, Founding, Observation, Posting, Procedure, Training, Transfer, Visit. */
  | 'AT'
  /** Played in: Birth. */
  | 'BORN'
  /** Played in: Consultation. */
  | 'CONSULTANT'
  /** Played in: Death. */
  | 'DECEASED'
  /** Played in: Designation. */
  | 'DESIGNATED'
  /** Played in: Designation. */
  | 'DESIGNATOR'
  /** Played in: Founding. */
  | 'FOUNDED'
  /** Played in: Founding. */
  | 'FOUNDER'
  /** Played in: Assessment, Consultation, Cooperation, Posting, Procedure, Training, Transfer, Visit. */
  | 'FROM'
  /** Played in: Adoption, Founding. */
  | 'HELPER'
  /** Played in: Visit. */
  | 'HOST'
  /** Played in: Adoption, Affiliation, Assessment, Birth, Consultation, Cooperation, Death, Designation, Founding, Observation, Posting, Procedure, Training, Transfer, Visit. */
  | 'IN'
  /** Played in: Posting, Visit. */
  | 'INVITER'
  /** Played in: Affiliation. */
  | 'MEMBER'
  /** Played in: Procedure. */
  | 'OPERATOR'
  /** Played in: Cooperation. */
  | 'PARTY'
  /** Played in: Procedure. */
  | 'PATIENT'
  /** Played in: Posting. */
  | 'POSTED'
  /** Played in: Transfer. */
  | 'PROVIDER'
  /** Played in: Consultation, Transfer. */
  | 'RECIPIENT'
  /** Played in: Adoption, Assessment, Cooperation, Founding, Observation, Transfer. */
  | 'REPORTER'
  /** Played in: Assessment, Observation. */
  | 'SUBJECT'
  /** Played in: Adoption, Transfer. */
  | 'SYSTEM'
  /** Played in: Adoption, Assessment, Consultation, Cooperation, Designation, Observation, Posting, Procedure, Training, Transfer, Visit. */
  | 'TECHNIQUE'
  /** Played in: Training. */
  | 'TRAINEE'
  /** Played in: Training. */
  | 'TRAINER'
  /** Played in: Adoption, Affiliation, Assessment, Consultation, Cooperation, Designation, Observation, Posting, Procedure, Training, Transfer, Visit. */
  | 'UNDER'
  /** Played in: Visit. */
  | 'VISITOR';

/** How well a rule holds. */
export type RuleStrength =
  /** Both cannot be true. */
  | 'EXCLUSIVE'
  /** Both can be true, but seldom are: the sources deserve a second look. */
  | 'UNUSUAL';

/** What joins an entity to something that it shares. */
export type SharedBasis =
  /** Both take part in a fact. */
  | 'FACT'
  /** One has a relation to the other: it lies in it, is a part of it, is narrower than it. */
  | 'RELATION';

/** Why a country, hospital or organisation stands on a side of a fact. */
export type SideBasis =
  /** Inferred: a hospital or organisation in the fact lies in the country. */
  | 'LOCATION'
  /** Inferred: someone in the fact held a post there, and the dates do not exclude that it was at the time. */
  | 'POST'
  /** The fact itself names it. */
  | 'STATED';

/** By what the sides of facts are told apart. */
export type SideKind =
  /** By countries. */
  | 'COUNTRY'
  /** By hospitals. */
  | 'HOSPITAL'
  /** By organisations. */
  | 'ORGANISATION';

/** Why two sources are not independent of one another. */
export type SourceTieKind =
  /** The first says that it derives from the second. */
  | 'DERIVED'
  /** They are read at the same address: one text. */
  | 'SAME_ADDRESS'
  /** Their paragraphs are counted in the same file: one text. */
  | 'SAME_DOCUMENT'
  /** They have the same publisher, however it is spelled. */
  | 'SAME_PUBLISHER';

/** On what a hospital, country or technique may hang. */
export type Support =
  /** On one source: all its trainings are told by sources that count as one. */
  | 'SOURCE'
  /** On one trainer: a single one is named in all its trainings, and no unnamed people taught. */
  | 'TRAINER';

/** What sort of technique it is. */
export type TechniqueType =
  /** A way of examining or detecting. */
  | 'DIAGNOSTIC'
  /** A way of organising care: multidisciplinary teams. */
  | 'ORGANISATION'
  /** A way of preventing disease: a vaccine. */
  | 'PREVENTION'
  /** A procedure: an operation, a treatment. */
  | 'PROCEDURE'
  /** A field or specialty: surgery, oncology. */
  | 'SPECIALTY'
  /** A device or technology that is used. */
  | 'TECHNOLOGY';

/** When facts must be true, and how sure that must be. */
export type TimeFilter = {
  /** How sure it must be. */
  certainty?: InputMaybe<Certainty>;
  /** True at some time within this day, month, year or interval, as EDTF: "2020-03", "2020", "2018/2020", "2018/..". */
  trueDuring?: InputMaybe<Scalars['String']['input']>;
  /** True on this day: "2020-03-05". */
  trueOn?: InputMaybe<Scalars['String']['input']>;
};

/** How long the buckets of a timeline are. */
export type TimelineGrain =
  /** A day in each bucket. */
  | 'DAY'
  /** A month in each bucket. */
  | 'MONTH'
  /** A year in each bucket. */
  | 'YEAR';

/** Why a fact is in a bucket beyond the days that it names. */
export type TimelineReach =
  /** It has an open begin or end ("..") and so was true before, or goes on after, the days that it names. */
  | 'OPEN'
  /** Nobody says when it began, or when it ended. */
  | 'UNKNOWN';

/** The form of the teaching, as far as a source says. */
export type TrainingForm =
  /** A course or programme of teaching. */
  | 'COURSE'
  /** Showing how it is done, with the learners watching. */
  | 'DEMONSTRATION'
  /** Passing on one’s own experience to colleagues. */
  | 'EXPERIENCE_SHARING'
  /** Teaching at the patient, by doing it together. */
  | 'HANDS_ON'
  /** A lecture or talk. */
  | 'LECTURE';

/** What was judged of two entities. */
export type Verdict =
  /** The keys mean different ones, however alike their names. */
  | 'DIFFERENT'
  /** Both keys mean one and the same. */
  | 'SAME'
  /** Somebody has looked and could not decide. */
  | 'UNSURE';

/** The form of the visit, as far as a source says. */
export type VisitForm =
  /** A delegation is received. */
  | 'DELEGATION'
  /** Someone is invited, whether or not the source says that they came. */
  | 'INVITATION'
  /** A meeting or a discussion. */
  | 'MEETING'
  /** A short visit to operate or examine. */
  | 'OPERATION'
  /** A tour of the place or of parts of it. */
  | 'TOUR';

/** How a word of a name or text answers to a word that was typed. */
export type WordMatch =
  /** Another spelling or shortening of a word that many names share: BV for hospital. */
  | 'COMMON'
  /** The same word, whatever its marks and its case. */
  | 'EXACT'
  /** One is the first letter of the other. */
  | 'INITIAL'
  /** The same letters, joined or split otherwise: Hochiminh for Ho Chi Minh. */
  | 'JOINED'
  /** The word begins with what was typed. */
  | 'PREFIX'
  /** One letter is wrong, missing, too many, or swapped with its neighbour. */
  | 'TYPO';

export type WhoTrainedWhomQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoTrainedWhomQuery = { trainings: { totalCount: number, nodes: Array<{ key: string, statement: string, form?: TrainingForm | null, trainers: Array<
        | { key: string, name: string }
        | { key: string, name: string }
        | { label: string, quantity?: { text: string, min?: number | null, max?: number | null } | null }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
      >, trainees: Array<
        | { key: string, name: string }
        | { key: string, name: string }
        | { label: string, quantity?: { text: string, min?: number | null, max?: number | null } | null }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
      >, techniques: Array<{ key: string, name: string }>, place?:
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
       | null, programme?: { key: string, name: string } | null, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }> } };

type Participant_Country_Fragment = { key: string, name: string };

type Participant_Doctor_Fragment = { key: string, name: string };

type Participant_Group_Fragment = { label: string, quantity?: { text: string, min?: number | null, max?: number | null } | null };

type Participant_Hospital_Fragment = { key: string, name: string };

type Participant_Organisation_Fragment = { key: string, name: string };

type Participant_Person_Fragment = { key: string, name: string };

type Participant_Programme_Fragment = { key: string, name: string };

type Participant_Technique_Fragment = { key: string, name: string };

export type ParticipantFragment =
  | Participant_Country_Fragment
  | Participant_Doctor_Fragment
  | Participant_Group_Fragment
  | Participant_Hospital_Fragment
  | Participant_Organisation_Fragment
  | Participant_Person_Fragment
  | Participant_Programme_Fragment
  | Participant_Technique_Fragment
;

export type TrainingsInATechniqueQueryVariables = Exact<{ [key: string]: never; }>;


export type TrainingsInATechniqueQuery = { trainings: { totalCount: number, edges: Array<{ cursor: string, node: { key: string, statement: string, techniques: Array<{ key: string, name: string, broader: Array<{ key: string, name: string }> }>, citations: Array<{ source: { key: string }, locator: { paragraph?: number | null } }> } }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type TrainersFromACountryQueryVariables = Exact<{ [key: string]: never; }>;


export type TrainersFromACountryQuery = { trainings: { totalCount: number, nodes: Array<{ key: string, statement: string, trainerCountries: Array<{ basis: CountryBasis, inferred: boolean, country: { key: string, name: string }, through:
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
        , affiliation?: { key: string, statement: string } | null }>, placeCountries: Array<{ basis: CountryBasis, inferred: boolean, country: { key: string } }> }> } };

export type TrainingsInATimeQueryVariables = Exact<{ [key: string]: never; }>;


export type TrainingsInATimeQuery = { certain: { nodes: Array<{ key: string, time?: { edtf: string, earliestStart?: string | null, latestStart?: string | null, earliestEnd?: string | null, latestEnd?: string | null } | null }> }, possible: { totalCount: number, nodes: Array<{ key: string, time?: { edtf: string } | null }> } };

export type ADoctorQueryVariables = Exact<{ [key: string]: never; }>;


export type ADoctorQuery = { entity?:
    | { id: string, key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, editor?: string | null }>, citations: Array<{ source: { key: string, title: string }, locator: { paragraph?: number | null } }> }
    | { id: string, key: string, kind: EntityKind, name: string, affiliations: { nodes: Array<{ key: string, post?: string | null, department?: string | null, place?:
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
           | null }> }, postings: { nodes: Array<{ key: string, statement: string, duration?: string | null, country?: { key: string } | null, senders: Array<
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
          >, inviters: Array<
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
          >, time?: { edtf: string } | null }> }, procedures: { nodes: Array<{ key: string, statement: string, outcome?: string | null, techniques: Array<{ key: string }>, time?: { edtf: string } | null }> }, trainingsGiven: { nodes: Array<{ key: string, statement: string, form?: TrainingForm | null, trainees: Array<
            | { label: string, quantity?: { text: string } | null }
            | Record<PropertyKey, never>
          > }> }, trainingsReceived: { totalCount: number }, observations: { nodes: Array<{ measure?: string | null, quantity?: { text: string, min?: number | null, max?: number | null } | null }> }, names: Array<{ text: string, kind: NameKind, editor?: string | null }>, citations: Array<{ source: { key: string, title: string }, locator: { paragraph?: number | null } }> }
    | { id: string, key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, editor?: string | null }>, citations: Array<{ source: { key: string, title: string }, locator: { paragraph?: number | null } }> }
    | { id: string, key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, editor?: string | null }>, citations: Array<{ source: { key: string, title: string }, locator: { paragraph?: number | null } }> }
    | { id: string, key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, editor?: string | null }>, citations: Array<{ source: { key: string, title: string }, locator: { paragraph?: number | null } }> }
    | { id: string, key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, editor?: string | null }>, citations: Array<{ source: { key: string, title: string }, locator: { paragraph?: number | null } }> }
    | { id: string, key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, editor?: string | null }>, citations: Array<{ source: { key: string, title: string }, locator: { paragraph?: number | null } }> }
   | null };

export type AHospitalQueryVariables = Exact<{ [key: string]: never; }>;


export type AHospitalQuery = { entity?:
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<{ key: string }> }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<{ key: string }> }> }
    | { name: string, country?: { key: string, name: string } | null, relations: Array<{ relation: Relation, editor?: string | null, entity:
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        , citations: Array<{ source: { key: string }, locator: { text: string } }> }>, staff: { nodes: Array<{ key: string, post?: string | null, department?: string | null, members: Array<
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | Record<PropertyKey, never>
          > }> }, postingsSent: { totalCount: number, nodes: Array<{ key: string, statement: string, time?: { edtf: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } }, cooperations: { nodes: Array<{ key: string, statement: string, form?: CooperationForm | null, parties: Array<
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | Record<PropertyKey, never>
          > }> }, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<{ key: string }> }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<{ key: string }> }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<{ key: string }> }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<{ key: string }> }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<{ key: string }> }> }
   | null };

export type WhatConnectsQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatConnectsQuery = { facts: { totalCount: number, nodes: Array<
      | { __typename: 'Adoption', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Affiliation', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Assessment', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Birth', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Consultation', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Cooperation', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Death', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Designation', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Founding', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Observation', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Posting', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Procedure', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Training', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Transfer', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      | { __typename: 'Visit', key: string, statement: string, time?: { edtf: string } | null, participants: Array<{ role: Role, participant:
            | { key: string }
            | { key: string }
            | { label: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }>, citations: Array<{ source: { title: string }, locator: { text: string } }> }
    > } };

export type ACountryQueryVariables = Exact<{ [key: string]: never; }>;


export type ACountryQuery = { entity?:
    | { name: string, hospitals: { totalCount: number, edges: Array<{ cursor: string, node: { key: string, name: string, locality?: string | null, staff: { totalCount: number, nodes: Array<{ post?: string | null, members: Array<
                  | { name: string }
                  | { name: string }
                  | { label: string }
                  | { name: string }
                  | { name: string }
                  | { name: string }
                  | { name: string }
                  | { name: string }
                > }> } } }>, pageInfo: { hasNextPage: boolean } }, externalIds: Array<{ scheme: string, value: string }> }
    | { name: string, externalIds: Array<{ scheme: string, value: string }> }
    | { name: string, externalIds: Array<{ scheme: string, value: string }> }
    | { name: string, externalIds: Array<{ scheme: string, value: string }> }
    | { name: string, externalIds: Array<{ scheme: string, value: string }> }
    | { name: string, externalIds: Array<{ scheme: string, value: string }> }
    | { name: string, externalIds: Array<{ scheme: string, value: string }> }
   | null };

export type TechniquesQueryVariables = Exact<{ [key: string]: never; }>;


export type TechniquesQuery = { entity?:
    | { name: string }
    | { name: string }
    | { name: string }
    | { name: string }
    | { name: string }
    | { name: string }
    | { name: string, narrower: { totalCount: number, nodes: Array<{ key: string, name: string, adoptions: { nodes: Array<{ key: string, statement: string, adopters: Array<
                | { key: string, name: string }
                | { key: string, name: string }
                | { label: string }
                | { key: string, name: string }
                | { key: string, name: string }
                | { key: string, name: string }
                | { key: string, name: string }
                | { key: string, name: string }
              > }> }, narrower: { nodes: Array<{ key: string, name: string }> } }> } }
   | null };

export type ARotationQueryVariables = Exact<{ [key: string]: never; }>;


export type ARotationQuery = { facts: { totalCount: number, nodes: Array<
      | { key: string, department?: string | null, posted: Array<
          | { key: string, name: string }
          | { key: string, name: string }
          | { label: string, quantity?: { text: string } | null }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
        >, senders: Array<
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
        >, place?:
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
         | null, programme?: { key: string, name: string } | null, time?: { edtf: string, earliestStart?: string | null, latestEnd?: string | null } | null, citations: Array<{ source: { url?: string | null }, locator: { paragraph?: number | null } }> }
      | Record<PropertyKey, never>
    > } };

export type ProposalsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProposalsQuery = { facts: { totalCount: number, nodes: Array<
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
      | { key: string, modality: Modality, statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
    > } };

export type FiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type FiguresQuery = { source?: { title: string, facts: { nodes: Array<
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { measure?: string | null, key: string, quantity?: { text: string, min?: number | null, max?: number | null, per?: Period | null, unit?: string | null } | null, subjects: Array<
            | { key: string, name: string }
            | { key: string, name: string }
            | { label: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
          > }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
      > } } | null };

export type FindByNameQueryVariables = Exact<{ [key: string]: never; }>;


export type FindByNameQuery = { entities: { nodes: Array<
      | { key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, language?: string | null, editor?: string | null }> }
      | { key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, language?: string | null, editor?: string | null }> }
      | { key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, language?: string | null, editor?: string | null }> }
      | { key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, language?: string | null, editor?: string | null }> }
      | { key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, language?: string | null, editor?: string | null }> }
      | { key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, language?: string | null, editor?: string | null }> }
      | { key: string, kind: EntityKind, name: string, names: Array<{ text: string, kind: NameKind, language?: string | null, editor?: string | null }> }
    > }, swapped: { nodes: Array<
      | { id: string, key: string, name: string }
      | { id: string, key: string, name: string }
      | { id: string, key: string, name: string }
      | { id: string, key: string, name: string }
      | { id: string, key: string, name: string }
      | { id: string, key: string, name: string }
      | { id: string, key: string, name: string }
    > }, code: { nodes: Array<
      | { key: string, name: string }
      | { key: string, name: string }
      | { key: string, name: string }
      | { key: string, name: string }
      | { key: string, name: string }
      | { key: string, name: string }
      | { key: string, name: string }
    > } };

export type ProgrammesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgrammesQuery = { entities: { totalCount: number, nodes: Array<
      | { key: string, name: string, facts: { totalCount: number, nodes: Array<
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
          > } }
      | { key: string, name: string, facts: { totalCount: number, nodes: Array<
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
          > } }
      | { key: string, name: string, facts: { totalCount: number, nodes: Array<
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
          > } }
      | { key: string, name: string, facts: { totalCount: number, nodes: Array<
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
          > } }
      | { key: string, name: string, facts: { totalCount: number, nodes: Array<
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
          > } }
      | { type?: ProgrammeType | null, key: string, name: string, partOf: Array<{ key: string }>, parts: { nodes: Array<{ key: string }> }, facts: { totalCount: number, nodes: Array<
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
          > } }
      | { key: string, name: string, facts: { totalCount: number, nodes: Array<
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
            | { key: string, kind: FactKind }
          > } }
    > } };

export type LineageQueryVariables = Exact<{ [key: string]: never; }>;


export type LineageQuery = { lineage: { totalCount: number, groupCount: number, completeTo: number, cut?: { bound: Bound, maximum: number } | null, nodes: Array<{ depth: number, participant:
        | { key: string, name: string }
        | { key: string, name: string }
        | { label: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
      , step: { from:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
        , training: { statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> } }, otherSteps: { totalCount: number } }> }, commonAncestors: { nodes: Array<{ entity:
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
      , ways: Array<{ depth: number, step: { training: { key: string } } }> }> } };

export type PathsQueryVariables = Exact<{ [key: string]: never; }>;


export type PathsQuery = { paths: { reason?: PathsEnd | null, completeTo: number, cut?: { bound: Bound, maximum: number } | null, paths: Array<{ length: number, weakestEvidence: number, stops: Array<{ entity:
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
         }>, hops: Array<{ independentSources: number, facts: { totalCount: number, nodes: Array<
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
            | { key: string, statement: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string, title: string }, locator: { text: string } }> }
          > } }> }> } };

export type PathsWeighedQueryVariables = Exact<{ [key: string]: never; }>;


export type PathsWeighedQuery = { paths: { reason?: PathsEnd | null, completeTo: number, paths: Array<{ length: number, cost: number, stops: Array<{ degree: number, penalty: number, entity:
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
          | { key: string, name: string }
         }>, hops: Array<{ from:
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        , to:
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        , facts: { totalCount: number, nodes: Array<
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
          > } }> }> } };

export type CooperationBetweenCountriesQueryVariables = Exact<{ [key: string]: never; }>;


export type CooperationBetweenCountriesQuery = { cooperation: { totalCount: number, factCount: number, inSeveralCount: number, placementCount: number, unknownOriginCount: number, unknownDestinationCount: number, unknownPartnerCount: number, unknownSidesCount: number, domesticLeftOutCount: number, cut?: { bound: Bound } | null, nodes: Array<{ direction: FlowDirection, factCount: number, statedCount: number, inferredCount: number, possibleCount: number, undatedCount: number, goesOn: boolean, from?:
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
       | null, to?:
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
       | null, firstYear?: { earliest?: number | null, latest?: number | null } | null, lastYear?: { earliest?: number | null, latest?: number | null } | null, people: { totalCount: number, nodes: Array<{ sides: Array<FlowSide>, entity:
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
            | { key: string, name: string }
           }> }, groups: { totalCount: number, nodes: Array<{ side: FlowSide, group: { label: string, quantity?: { text: string } | null }, fact:
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }> }, techniques: { totalCount: number, nodes: Array<{ factCount: number, entity: { key: string } }> }, facts: { totalCount: number, nodes: Array<{ record:
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
          , from: Array<{ basis: SideBasis, inferred: boolean, certainty: Certainty, entity:
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
            , through:
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
             }>, to: Array<{ basis: SideBasis, inferred: boolean, certainty: Certainty, entity:
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
            , through:
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
             }> }> } }>, incomplete: { totalCount: number, nodes: Array<{ direction: FlowDirection, factCount: number, from?:
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
         | null, to?:
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
         | null }> } } };

export type DiffusionOfATechniqueQueryVariables = Exact<{ [key: string]: never; }>;


export type DiffusionOfATechniqueQuery = { diffusion: { totalCount: number, factCount: number, nodes: Array<{ earliest?: string | null, latest?: string | null, place:
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
      , first: { nodes: Array<{ certainty: Certainty, record:
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
            | { key: string, statement: string }
          , at: Array<{ basis: SideBasis, through:
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
             }>, from: Array<{ basis: SideBasis, entity:
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
            , through:
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
             }> }> }, from: { nodes: Array<{ factCount: number, entity:
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
           }> }, later: { totalCount: number }, undated: { totalCount: number, nodes: Array<
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        > } }>, undated: { totalCount: number, nodes: Array<{ place:
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        , undated: { nodes: Array<
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
          > } }> }, unknownPlace: { totalCount: number, nodes: Array<
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
      > }, cut?: { bound: Bound } | null } };

export type FragilityQueryVariables = Exact<{ [key: string]: never; }>;


export type FragilityQuery = { fragility: { totalCount: number, taughtCount: number, cut?: { bound: Bound } | null, nodes: Array<{ hangsOn: Array<Support>, trainerCount: number, groupTrainingCount: number, untoldTrainingCount: number, entity:
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
      , oneTrainer?:
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
       | null, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string }> }> }, trainings: { totalCount: number, nodes: Array<{ record: { key: string, statement: string }, at: Array<{ basis: SideBasis, certainty: Certainty, through:
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
              | { key: string }
             }> }> } }> } };

export type TimelineQueryVariables = Exact<{ [key: string]: never; }>;


export type TimelineQuery = { years: { totalCount: number, datedCount: number, start?: { day: string, asked: boolean } | null, end?: { day: string, asked: boolean } | null, cut?: { bound: Bound } | null, nodes: Array<{ name: string, certain: number, possible: number, beginning: number, byOpenEnd: number, byUnknownEnd: number, facts: { nodes: Array<{ certainty: Certainty, reach?: TimelineReach | null, fact:
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { key: string, time?: { edtf: string } | null, citations: Array<{ source: { key: string }, locator: { text: string } }> }
           }> } }>, undated: { totalCount: number, nodes: Array<
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
        | { key: string, statement: string }
      > }, yearless: { totalCount: number } }, months: { nodes: Array<{ name: string, certain: number, possible: number, beginning: number }> } };

export type CommonQueryVariables = Exact<{ [key: string]: never; }>;


export type CommonQuery = { common: { totalCount: number, cut?: { bound: Bound, maximum: number } | null, nodes: Array<{ sharedBy: number, entity:
        | { __typename: 'Country', key: string, name: string }
        | { __typename: 'Doctor', key: string, name: string }
        | { __typename: 'Hospital', key: string, name: string }
        | { __typename: 'Organisation', key: string, name: string }
        | { __typename: 'Person', key: string, name: string }
        | { __typename: 'Programme', key: string, name: string }
        | { __typename: 'Technique', key: string, name: string }
      , sides: Array<{ basis: Array<SharedBasis>, ownRoles: Array<Role>, roles: Array<Role>, of:
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        , facts: { totalCount: number, nodes: Array<
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
          > }, relations: Array<{ relation: Relation, editor?: string | null, from:
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
          , to:
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
          , citations: Array<{ locator: { text: string } }> }> }> }>, together: { totalCount: number, nodes: Array<
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
        | { statement: string }
      > } } };

export type ContradictionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ContradictionsQuery = { contradictions: { totalCount: number, cut?: { bound: Bound, maximum: number } | null, nodes: Array<{ rule: ContradictionRule, strength: RuleStrength, certainty: Certainty, explanation: string, about: Array<
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
      >, facts: Array<
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
        | { key: string, statement: string, negated: boolean, time?: { edtf: string } | null, citations: Array<{ source: { title: string }, locator: { text: string } }> }
      > }> } };

export type CorroborationQueryVariables = Exact<{ [key: string]: never; }>;


export type CorroborationQuery = { entity?:
    | { name: string, facts: { totalCount: number, nodes: Array<
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
        > } }
    | { name: string, facts: { totalCount: number, nodes: Array<
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
        > } }
    | { name: string, facts: { totalCount: number, nodes: Array<
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
        > } }
    | { name: string, facts: { totalCount: number, nodes: Array<
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
        > } }
    | { name: string, facts: { totalCount: number, nodes: Array<
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
        > } }
    | { name: string, facts: { totalCount: number, nodes: Array<
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
        > } }
    | { name: string, facts: { totalCount: number, nodes: Array<
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
          | { key: string, statement: string, singleSource: boolean, corroboration: { independentSources: number, groups: Array<{ sources: Array<{ key: string, title: string, publisher?: string | null, derivedFrom: Array<{ key: string }> }>, ties: Array<{ kind: SourceTieKind, shared?: string | null, sources: Array<{ key: string }> }> }> } }
        > } }
   | null };

export type NeighbourhoodQueryVariables = Exact<{ [key: string]: never; }>;


export type NeighbourhoodQuery = { neighbourhood: { totalCount: number, linkCount: number, cut?: { bound: Bound, maximum: number } | null, nodes: Array<{ distance: number, degree: number, factsShown: number, neighbourCount?: number | null, neighboursLeftOut?: number | null, entity:
        | { __typename: 'Country', key: string, name: string }
        | { __typename: 'Doctor', key: string, name: string }
        | { __typename: 'Hospital', key: string, name: string }
        | { __typename: 'Organisation', key: string, name: string }
        | { __typename: 'Person', key: string, name: string }
        | { __typename: 'Programme', key: string, name: string }
        | { __typename: 'Technique', key: string, name: string }
      , links: { nodes: Array<{ factCount: number, earlier:
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
            | { key: string }
          , kinds: Array<{ kind: FactKind, factCount: number }>, facts: { nodes: Array<
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
              | { statement: string, citations: Array<{ source: { key: string }, locator: { text: string } }> }
            > } }> } }>, pageInfo: { hasNextPage: boolean } } };

export type TwoClocksQueryVariables = Exact<{ [key: string]: never; }>;


export type TwoClocksQuery = { now: { knownIn?: number | null, nodes: Array<{ key: string, trainers: Array<
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | Record<PropertyKey, never>
      > }> }, before: { knownIn?: number | null, totalCount: number }, without: { totalCount: number, nodes: Array<{ key: string }> } };

export type SearchQueryVariables = Exact<{ [key: string]: never; }>;


export type SearchQuery = { search: { totalCount: number, kinds: Array<{ kind: EntityKind, count: number }>, countries: Array<{ count: number, country: { name: string } }>, techniques: Array<{ count: number, technique: { name: string } }>, nodes: Array<{ score: number, name?: string | null, words: Array<{ typed: string, found: string, match: WordMatch }>, entity:
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
       }> } };

export type SearchInACountryQueryVariables = Exact<{ [key: string]: never; }>;


export type SearchInACountryQuery = { search: { totalCount: number, nodes: Array<{ score: number, name?: string | null, entity:
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
       }> } };

export type SearchFactsQueryVariables = Exact<{ [key: string]: never; }>;


export type SearchFactsQuery = { searchFacts: { totalCount: number, nodes: Array<{ score: number, words: Array<{ typed: string, found: string, match: WordMatch }>, fact:
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
        | { key: string, statement: string, citations: Array<{ source: { title: string } }> }
       }> } };

export type SearchSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SearchSourcesQuery = { searchSources: { totalCount: number, nodes: Array<{ score: number, words: Array<{ typed: string, found: string }>, source: { key: string, title: string, publisher?: string | null } }> } };

export type IdentityQueryVariables = Exact<{ [key: string]: never; }>;


export type IdentityQuery = { entity?:
    | { key: string, name: string, members: Array<{ key: string, name: string }>, judgements: Array<{ key: string, verdict: Verdict, reason: string, judge: string, entities: Array<{ key: string, name: string }> }> }
    | { key: string, name: string, members: Array<{ key: string, name: string }>, judgements: Array<{ key: string, verdict: Verdict, reason: string, judge: string, entities: Array<{ key: string, name: string }> }> }
    | { key: string, name: string, members: Array<{ key: string, name: string }>, judgements: Array<{ key: string, verdict: Verdict, reason: string, judge: string, entities: Array<{ key: string, name: string }> }> }
    | { key: string, name: string, members: Array<{ key: string, name: string }>, judgements: Array<{ key: string, verdict: Verdict, reason: string, judge: string, entities: Array<{ key: string, name: string }> }> }
    | { key: string, name: string, members: Array<{ key: string, name: string }>, judgements: Array<{ key: string, verdict: Verdict, reason: string, judge: string, entities: Array<{ key: string, name: string }> }> }
    | { key: string, name: string, members: Array<{ key: string, name: string }>, judgements: Array<{ key: string, verdict: Verdict, reason: string, judge: string, entities: Array<{ key: string, name: string }> }> }
    | { key: string, name: string, members: Array<{ key: string, name: string }>, judgements: Array<{ key: string, verdict: Verdict, reason: string, judge: string, entities: Array<{ key: string, name: string }> }> }
   | null, trainings: { totalCount: number, judgements: Array<{ key: string }>, nodes: Array<{ key: string, participants: Array<{ role: Role, recordedAs?: string | null, participant:
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | Record<PropertyKey, never>
         }> }> } };

export type IdentityCandidatesQueryVariables = Exact<{ [key: string]: never; }>;


export type IdentityCandidatesQuery = { identityCandidates: { totalCount: number, cut?: { bound: Bound, maximum: number } | null, nodes: Array<{ score: number, likelihood: Likelihood, entities: Array<
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
      >, reasons: Array<{ rule: IdentityRule, weight: number, excludes: boolean, text: string, facts: Array<
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        > }>, judgements: Array<{ verdict: Verdict, reason: string, judge: string }> }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ParticipantFragmentDoc = new TypedDocumentString(`
    fragment Participant on Participant {
  ... on Entity {
    key
    name
  }
  ... on Group {
    label
    quantity {
      text
      min
      max
    }
  }
}
    `, {"fragmentName":"Participant"}) as unknown as TypedDocumentString<ParticipantFragment, unknown>;
export const WhoTrainedWhomDocument = new TypedDocumentString(`
    query WhoTrainedWhom {
  trainings(first: 10) {
    totalCount
    nodes {
      key
      statement
      form
      trainers {
        ...Participant
      }
      trainees {
        ...Participant
      }
      techniques {
        key
        name
      }
      place {
        key
        name
      }
      programme {
        key
        name
      }
      time {
        edtf
      }
      citations {
        source {
          key
          title
        }
        locator {
          text
        }
      }
    }
  }
}
    fragment Participant on Participant {
  ... on Entity {
    key
    name
  }
  ... on Group {
    label
    quantity {
      text
      min
      max
    }
  }
}`) as unknown as TypedDocumentString<WhoTrainedWhomQuery, WhoTrainedWhomQueryVariables>;
export const TrainingsInATechniqueDocument = new TypedDocumentString(`
    query TrainingsInATechnique {
  trainings(techniques: ["technique/minimally-invasive-surgery"], narrower: true) {
    totalCount
    edges {
      cursor
      node {
        key
        statement
        techniques {
          key
          name
          broader {
            key
            name
          }
        }
        citations {
          source {
            key
          }
          locator {
            paragraph
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<TrainingsInATechniqueQuery, TrainingsInATechniqueQueryVariables>;
export const TrainersFromACountryDocument = new TypedDocumentString(`
    query TrainersFromACountry {
  trainings(trainerCountries: ["country/vietnam"]) {
    totalCount
    nodes {
      key
      statement
      trainerCountries {
        country {
          key
          name
        }
        basis
        inferred
        through {
          key
          name
        }
        affiliation {
          key
          statement
        }
      }
      placeCountries {
        country {
          key
        }
        basis
        inferred
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TrainersFromACountryQuery, TrainersFromACountryQueryVariables>;
export const TrainingsInATimeDocument = new TypedDocumentString(`
    query TrainingsInATime {
  certain: trainings(time: {trueDuring: "2019", certainty: CERTAIN}) {
    nodes {
      key
      time {
        edtf
        earliestStart
        latestStart
        earliestEnd
        latestEnd
      }
    }
  }
  possible: trainings(time: {trueDuring: "2019", certainty: POSSIBLE}) {
    totalCount
    nodes {
      key
      time {
        edtf
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TrainingsInATimeQuery, TrainingsInATimeQueryVariables>;
export const ADoctorDocument = new TypedDocumentString(`
    query ADoctor {
  entity(key: "doctor/nguyen-phu-huu") {
    id
    key
    kind
    name
    names {
      text
      kind
      editor
    }
    citations {
      source {
        key
        title
      }
      locator {
        paragraph
      }
    }
    ... on Doctor {
      affiliations {
        nodes {
          key
          post
          department
          place {
            key
            name
          }
        }
      }
      postings {
        nodes {
          key
          statement
          country {
            key
          }
          senders {
            key
          }
          inviters {
            key
          }
          duration
          time {
            edtf
          }
        }
      }
      procedures {
        nodes {
          key
          statement
          techniques {
            key
          }
          outcome
          time {
            edtf
          }
        }
      }
      trainingsGiven {
        nodes {
          key
          statement
          form
          trainees {
            ... on Group {
              label
              quantity {
                text
              }
            }
          }
        }
      }
      trainingsReceived {
        totalCount
      }
      observations {
        nodes {
          measure
          quantity {
            text
            min
            max
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ADoctorQuery, ADoctorQueryVariables>;
export const AHospitalDocument = new TypedDocumentString(`
    query AHospital {
  entity(key: "hospital/cho-ray") {
    name
    ... on Hospital {
      country {
        key
        name
      }
      relations {
        relation
        entity {
          key
        }
        citations {
          source {
            key
          }
          locator {
            text
          }
        }
        editor
      }
      staff {
        nodes {
          key
          post
          department
          members {
            ... on Entity {
              key
              name
            }
          }
        }
      }
      postingsSent(first: 3) {
        totalCount
        nodes {
          key
          statement
          time {
            edtf
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      cooperations {
        nodes {
          key
          statement
          form
          parties {
            ... on Entity {
              key
              name
            }
          }
        }
      }
    }
    judgements {
      verdict
      reason
      entities {
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AHospitalQuery, AHospitalQueryVariables>;
export const WhatConnectsDocument = new TypedDocumentString(`
    query WhatConnects {
  facts(
    participants: [{entities: ["hospital/cho-ray"]}, {entities: ["country/cambodia"]}]
    order: KEY
  ) {
    totalCount
    nodes {
      __typename
      key
      statement
      time {
        edtf
      }
      participants {
        role
        participant {
          ... on Entity {
            key
          }
          ... on Group {
            label
          }
        }
      }
      citations {
        source {
          title
        }
        locator {
          text
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhatConnectsQuery, WhatConnectsQueryVariables>;
export const ACountryDocument = new TypedDocumentString(`
    query ACountry {
  entity(key: "country/vietnam") {
    name
    externalIds {
      scheme
      value
    }
    ... on Country {
      hospitals(first: 5) {
        totalCount
        edges {
          cursor
          node {
            key
            name
            locality
            staff(first: 2) {
              totalCount
              nodes {
                members {
                  ... on Entity {
                    name
                  }
                  ... on Group {
                    label
                  }
                }
                post
              }
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ACountryQuery, ACountryQueryVariables>;
export const TechniquesDocument = new TypedDocumentString(`
    query Techniques {
  entity(key: "technique/surgery") {
    name
    ... on Technique {
      narrower(order: KEY) {
        totalCount
        nodes {
          key
          name
          adoptions {
            nodes {
              key
              statement
              adopters {
                ... on Entity {
                  key
                  name
                }
                ... on Group {
                  label
                }
              }
            }
          }
          narrower {
            nodes {
              key
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TechniquesQuery, TechniquesQueryVariables>;
export const ARotationDocument = new TypedDocumentString(`
    query ARotation {
  facts(
    kinds: [POSTING]
    time: {trueDuring: "2025-09", certainty: CERTAIN}
    order: KEY
  ) {
    totalCount
    nodes {
      ... on Posting {
        key
        posted {
          ... on Entity {
            key
            name
          }
          ... on Group {
            label
            quantity {
              text
            }
          }
        }
        senders {
          key
          name
        }
        place {
          key
          name
        }
        department
        programme {
          key
          name
        }
        time {
          edtf
          earliestStart
          latestEnd
        }
        citations {
          source {
            url
          }
          locator {
            paragraph
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ARotationQuery, ARotationQueryVariables>;
export const ProposalsDocument = new TypedDocumentString(`
    query Proposals {
  facts(filter: {modalities: [PLANNED, PROPOSED]}, order: KEY) {
    totalCount
    nodes {
      key
      modality
      statement
      citations {
        source {
          key
        }
        locator {
          text
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProposalsQuery, ProposalsQueryVariables>;
export const FiguresDocument = new TypedDocumentString(`
    query Figures {
  source(key: "source/vietnamese-healthcare-2020") {
    title
    facts(first: 100, order: KEY) {
      nodes {
        key
        ... on Observation {
          measure
          quantity {
            text
            min
            max
            per
            unit
          }
          subjects {
            ... on Entity {
              key
              name
            }
            ... on Group {
              label
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FiguresQuery, FiguresQueryVariables>;
export const FindByNameDocument = new TypedDocumentString(`
    query FindByName {
  entities(name: "Bệnh viện Chợ Rẫy") {
    nodes {
      key
      kind
      name
      names {
        text
        kind
        language
        editor
      }
    }
  }
  swapped: entities(name: "huu nguyen phu", kinds: [DOCTOR, PERSON]) {
    nodes {
      id
      key
      name
    }
  }
  code: entities(externalId: "iso3166:VN") {
    nodes {
      key
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindByNameQuery, FindByNameQueryVariables>;
export const ProgrammesDocument = new TypedDocumentString(`
    query Programmes {
  entities(kinds: [PROGRAMME], first: 50, order: KEY) {
    totalCount
    nodes {
      key
      name
      ... on Programme {
        type
        partOf {
          key
        }
        parts {
          nodes {
            key
          }
        }
      }
      facts(first: 3, order: KEY) {
        totalCount
        nodes {
          key
          kind
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProgrammesQuery, ProgrammesQueryVariables>;
export const LineageDocument = new TypedDocumentString(`
    query Lineage {
  lineage(of: "doctor/joel-leroy", direction: DESCENDANTS, maxDepth: 4) {
    totalCount
    groupCount
    completeTo
    cut {
      bound
      maximum
    }
    nodes {
      depth
      participant {
        ... on Entity {
          key
          name
        }
        ... on Group {
          label
        }
      }
      step {
        from {
          name
        }
        training {
          statement
          time {
            edtf
          }
          citations {
            source {
              key
            }
            locator {
              text
            }
          }
        }
      }
      otherSteps {
        totalCount
      }
    }
  }
  commonAncestors(
    of: ["organisation/hanoi-medical-sector", "hospital/hanoi-high-tech-digestive-center"]
  ) {
    nodes {
      entity {
        key
        name
      }
      ways {
        depth
        step {
          training {
            key
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LineageQuery, LineageQueryVariables>;
export const PathsDocument = new TypedDocumentString(`
    query Paths {
  paths(
    from: "doctor/ton-thanh-tra"
    to: "hospital/cho-ray"
    k: 3
    withoutEntityKinds: [COUNTRY]
  ) {
    reason
    completeTo
    cut {
      bound
      maximum
    }
    paths {
      length
      weakestEvidence
      stops {
        entity {
          key
          name
        }
      }
      hops {
        independentSources
        facts(first: 10) {
          totalCount
          nodes {
            key
            statement
            time {
              edtf
            }
            citations {
              source {
                key
                title
              }
              locator {
                text
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PathsQuery, PathsQueryVariables>;
export const PathsWeighedDocument = new TypedDocumentString(`
    query PathsWeighed {
  paths(from: "doctor/peng-xiaochi", to: "country/vietnam", k: 3, hubPenalty: 1) {
    reason
    completeTo
    paths {
      length
      cost
      stops {
        entity {
          key
          name
        }
        degree
        penalty
      }
      hops {
        from {
          key
        }
        to {
          key
        }
        facts(first: 1) {
          totalCount
          nodes {
            key
            statement
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PathsWeighedQuery, PathsWeighedQueryVariables>;
export const CooperationBetweenCountriesDocument = new TypedDocumentString(`
    query CooperationBetweenCountries {
  cooperation(between: COUNTRY, domestic: false, first: 6) {
    totalCount
    factCount
    inSeveralCount
    placementCount
    unknownOriginCount
    unknownDestinationCount
    unknownPartnerCount
    unknownSidesCount
    domesticLeftOutCount
    cut {
      bound
    }
    nodes {
      from {
        key
      }
      to {
        key
      }
      direction
      factCount
      statedCount
      inferredCount
      possibleCount
      undatedCount
      firstYear {
        earliest
        latest
      }
      lastYear {
        earliest
        latest
      }
      goesOn
      people {
        totalCount
        nodes {
          entity {
            key
            name
          }
          sides
        }
      }
      groups(first: 3) {
        totalCount
        nodes {
          group {
            label
            quantity {
              text
            }
          }
          side
          fact {
            key
          }
        }
      }
      techniques(first: 5) {
        totalCount
        nodes {
          entity {
            key
          }
          factCount
        }
      }
      facts(first: 3) {
        totalCount
        nodes {
          record {
            key
            statement
          }
          from {
            entity {
              key
            }
            basis
            inferred
            certainty
            through {
              key
            }
          }
          to {
            entity {
              key
            }
            basis
            inferred
            certainty
            through {
              key
            }
          }
        }
      }
    }
    incomplete(first: 3) {
      totalCount
      nodes {
        from {
          key
        }
        to {
          key
        }
        direction
        factCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CooperationBetweenCountriesQuery, CooperationBetweenCountriesQueryVariables>;
export const DiffusionOfATechniqueDocument = new TypedDocumentString(`
    query DiffusionOfATechnique {
  diffusion(technique: "technique/surgery", by: COUNTRY) {
    totalCount
    factCount
    nodes {
      place {
        key
      }
      earliest
      latest
      first {
        nodes {
          record {
            key
            statement
          }
          certainty
          at {
            basis
            through {
              key
            }
          }
          from {
            entity {
              key
            }
            basis
            through {
              key
            }
          }
        }
      }
      from {
        nodes {
          entity {
            key
          }
          factCount
        }
      }
      later {
        totalCount
      }
      undated {
        totalCount
        nodes {
          key
        }
      }
    }
    undated {
      totalCount
      nodes {
        place {
          key
        }
        undated {
          nodes {
            key
          }
        }
      }
    }
    unknownPlace {
      totalCount
      nodes {
        key
      }
    }
    cut {
      bound
    }
  }
}
    `) as unknown as TypedDocumentString<DiffusionOfATechniqueQuery, DiffusionOfATechniqueQueryVariables>;
export const FragilityDocument = new TypedDocumentString(`
    query Fragility {
  fragility(of: COUNTRY) {
    totalCount
    taughtCount
    cut {
      bound
    }
    nodes {
      entity {
        key
        name
      }
      hangsOn
      trainerCount
      groupTrainingCount
      untoldTrainingCount
      oneTrainer {
        key
        name
      }
      corroboration {
        independentSources
        groups {
          sources {
            key
          }
        }
      }
      trainings {
        totalCount
        nodes {
          record {
            key
            statement
          }
          at {
            basis
            certainty
            through {
              key
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FragilityQuery, FragilityQueryVariables>;
export const TimelineDocument = new TypedDocumentString(`
    query Timeline {
  years: timeline(
    keys: ["hospital/cho-ray", "hospital/saint-paul", "hospital/binh-dan"]
    by: YEAR
  ) {
    totalCount
    datedCount
    start {
      day
      asked
    }
    end {
      day
      asked
    }
    cut {
      bound
    }
    nodes {
      name
      certain
      possible
      beginning
      byOpenEnd
      byUnknownEnd
      facts(first: 5) {
        nodes {
          certainty
          reach
          fact {
            key
            time {
              edtf
            }
            citations {
              source {
                key
              }
              locator {
                text
              }
            }
          }
        }
      }
    }
    undated(first: 2) {
      totalCount
      nodes {
        key
        statement
      }
    }
    yearless {
      totalCount
    }
  }
  months: timeline(keys: ["hospital/binh-dan"], by: MONTH) {
    nodes {
      name
      certain
      possible
      beginning
    }
  }
}
    `) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;
export const CommonDocument = new TypedDocumentString(`
    query Common {
  common(
    keys: ["hospital/cho-ray", "country/cambodia", "doctor/tran-thanh-tung"]
    atLeast: 2
  ) {
    totalCount
    cut {
      bound
      maximum
    }
    nodes {
      entity {
        __typename
        key
        name
      }
      sharedBy
      sides {
        of {
          key
        }
        basis
        ownRoles
        roles
        facts(first: 2) {
          totalCount
          nodes {
            statement
            citations {
              source {
                key
              }
              locator {
                text
              }
            }
          }
        }
        relations {
          relation
          from {
            key
          }
          to {
            key
          }
          citations {
            locator {
              text
            }
          }
          editor
        }
      }
    }
    together(first: 3) {
      totalCount
      nodes {
        statement
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CommonQuery, CommonQueryVariables>;
export const ContradictionsDocument = new TypedDocumentString(`
    query Contradictions {
  contradictions(filter: {statuses: [ACCEPTED, DISPUTED, PROPOSED]}) {
    totalCount
    cut {
      bound
      maximum
    }
    nodes {
      rule
      strength
      certainty
      explanation
      about {
        key
        name
      }
      facts {
        key
        statement
        negated
        time {
          edtf
        }
        citations {
          source {
            title
          }
          locator {
            text
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ContradictionsQuery, ContradictionsQueryVariables>;
export const CorroborationDocument = new TypedDocumentString(`
    query Corroboration {
  entity(key: "hospital/cho-ray") {
    name
    facts(first: 3) {
      totalCount
      nodes {
        key
        statement
        singleSource
        corroboration {
          independentSources
          groups {
            sources {
              key
              title
              publisher
              derivedFrom {
                key
              }
            }
            ties {
              kind
              shared
              sources {
                key
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CorroborationQuery, CorroborationQueryVariables>;
export const NeighbourhoodDocument = new TypedDocumentString(`
    query Neighbourhood {
  neighbourhood(
    keys: ["hospital/cho-ray"]
    hops: 2
    perNode: 5
    withoutEntityKinds: [COUNTRY]
    first: 12
  ) {
    totalCount
    linkCount
    cut {
      bound
      maximum
    }
    nodes {
      entity {
        __typename
        key
        name
      }
      distance
      degree
      factsShown
      neighbourCount
      neighboursLeftOut
      links(first: 10) {
        nodes {
          earlier {
            key
          }
          factCount
          kinds {
            kind
            factCount
          }
          facts(first: 1) {
            nodes {
              statement
              citations {
                source {
                  key
                }
                locator {
                  text
                }
              }
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<NeighbourhoodQuery, NeighbourhoodQueryVariables>;
export const TwoClocksDocument = new TypedDocumentString(`
    query TwoClocks {
  now: trainings(time: {trueDuring: "2019", certainty: CERTAIN}) {
    knownIn
    nodes {
      key
      trainers {
        ... on Entity {
          name
        }
      }
    }
  }
  before: trainings(asKnownOn: "0") {
    knownIn
    totalCount
  }
  without: trainings(withoutSources: ["source/hanoi-health-system"]) {
    totalCount
    nodes {
      key
    }
  }
}
    `) as unknown as TypedDocumentString<TwoClocksQuery, TwoClocksQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search {
  search(text: "BV cho ray", first: 3) {
    totalCount
    kinds {
      kind
      count
    }
    countries {
      country {
        name
      }
      count
    }
    techniques {
      technique {
        name
      }
      count
    }
    nodes {
      score
      name
      words {
        typed
        found
        match
      }
      entity {
        key
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SearchInACountryDocument = new TypedDocumentString(`
    query SearchInACountry {
  search(
    text: "nguyen"
    kinds: [DOCTOR]
    countries: ["country/philippines"]
    techniques: ["technique/surgery"]
  ) {
    totalCount
    nodes {
      score
      name
      entity {
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchInACountryQuery, SearchInACountryQueryVariables>;
export const SearchFactsDocument = new TypedDocumentString(`
    query SearchFacts {
  searchFacts(text: "robot rectal cancer philippines", first: 3) {
    totalCount
    nodes {
      score
      words {
        typed
        found
        match
      }
      fact {
        key
        statement
        citations {
          source {
            title
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchFactsQuery, SearchFactsQueryVariables>;
export const SearchSourcesDocument = new TypedDocumentString(`
    query SearchSources {
  searchSources(text: "vietnam doctors", first: 3) {
    totalCount
    nodes {
      score
      words {
        typed
        found
      }
      source {
        key
        title
        publisher
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchSourcesQuery, SearchSourcesQueryVariables>;
export const IdentityDocument = new TypedDocumentString(`
    query Identity {
  entity(key: "hospital/cho-ray") {
    key
    name
    members {
      key
      name
    }
    judgements {
      key
      verdict
      reason
      judge
      entities {
        key
        name
      }
    }
  }
  trainings(identity: PROBABLE, first: 2) {
    totalCount
    judgements {
      key
    }
    nodes {
      key
      participants {
        role
        recordedAs
        participant {
          ... on Entity {
            key
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IdentityQuery, IdentityQueryVariables>;
export const IdentityCandidatesDocument = new TypedDocumentString(`
    query IdentityCandidates {
  identityCandidates(kind: HOSPITAL, judged: true) {
    totalCount
    cut {
      bound
      maximum
    }
    nodes {
      score
      likelihood
      entities {
        key
        name
      }
      reasons {
        rule
        weight
        excludes
        text
        facts {
          key
        }
      }
      judgements {
        verdict
        reason
        judge
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IdentityCandidatesQuery, IdentityCandidatesQueryVariables>;