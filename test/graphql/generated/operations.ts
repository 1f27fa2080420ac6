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
  /** Only facts of these statuses. Unreviewed and withdrawn ones are left out unless asked for. */
  statuses?: InputMaybe<Array<FactStatus>>;
};

/** The kinds of facts. */
export type FactKind =
  /** Someone takes a technique or a system into use, develops it, or is reported to use it. */
  | 'ADOPTION'
  /** Someone belongs to an institution: works there, holds a post, heads a department, is a member. */
  | 'AFFILIATION'
  /** Something is judged in words, without a figure: praise, an effect, a difficulty, a comparison. It says what someone holds, not that it is so. */
  | 'ASSESSMENT'
  /** Someone advises colleagues on patients or on how to work, on the spot or from afar. */
  | 'CONSULTATION'
  /** Parties work together, none of them above the other: an agreement, a partnership, an exchange. */
  | 'COOPERATION'
  /** Someone is chosen or recognised for a task or a standing: a treatment site, a training base. */
  | 'DESIGNATION'
  /** An institution or a programme comes into being, opens, or goes into operation. */
  | 'FOUNDING'
  /** A figure that a source reports about something. */
  | 'OBSERVATION'
  /** Someone is sent to work elsewhere for a time: a posting, a rotation, a mission. */
  | 'POSTING'
  /** A medical act on patients: an operation, an examination, a treatment, a vaccination; or many of them. */
  | 'PROCEDURE'
  /** Someone teaches someone: a course, a lecture, hands-on teaching, the sharing of experience. */
  | 'TRAINING'
  /** A technique or technology is handed over from one side to another. */
  | 'TRANSFER'
  /** Someone visits someone: a delegation, an invitation, a tour, a meeting. */
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
  /** Played in: Consultation. */
  | 'CONSULTANT'
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
  /** Played in: Adoption, Affiliation, Assessment, Consultation, Cooperation, Designation, Founding, Observation, Posting, Procedure, Training, Transfer, Visit. */
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

/** A time, and how sure it must be that a fact falls into it. */
export type TimeFilter = {
  /** How sure it must be. */
  certainty?: InputMaybe<Certainty>;
  /** A day, month, year or interval as EDTF: "2020-03-05", "2020-03", "2020", "2018/2020", "2018/..". */
  during: Scalars['String']['input'];
};

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
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        > }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        > }> }
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
          > }> }, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        > }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        > }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        > }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        > }> }
    | { name: string, judgements: Array<{ verdict: Verdict, reason: string, entities: Array<
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
          | { key: string }
        > }> }
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
          > } }
    > } };

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
  certain: trainings(time: {during: "2019", certainty: CERTAIN}) {
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
  possible: trainings(time: {during: "2019", certainty: POSSIBLE}) {
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
    time: {during: "2025-09", certainty: CERTAIN}
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