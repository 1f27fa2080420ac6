import { defineEntityKind, oneOf } from '../define.js';

export const programme = defineEntityKind({
  name: 'Programme',
  prefix: 'programme',
  description:
    'Something that is run over time and under which facts happen: a project, rotation, network, guideline or system.',
  properties: {
    type: oneOf('ProgrammeType', 'What sort of programme it is.', {
      PROJECT: 'A project with an aim and a term.',
      ROTATION: 'Staff sent in turns.',
      NETWORK: 'A network of institutions or teams.',
      GUIDELINE: 'A guideline or recommendation.',
      SYSTEM: 'An information or communication system, a database, a portal.',
      INITIATIVE: 'A policy, campaign or initiative.',
      TRAINING_BASE: 'A recognised base for training.',
      EVENT: 'A meeting, visit or other event with parts of its own.',
    }),
  },
});
