import { defineEntityKind, oneOf } from '../define.js';

export const technique = defineEntityKind({
  name: 'Technique',
  prefix: 'technique',
  description:
    'A medical technique, procedure, technology or field of skill; broader and narrower ones form a hierarchy.',
  properties: {
    type: oneOf('TechniqueType', 'What sort of technique it is.', {
      SPECIALTY: 'A field or specialty: surgery, oncology.',
      PROCEDURE: 'A procedure: an operation, a treatment.',
      DIAGNOSTIC: 'A way of examining or detecting.',
      TECHNOLOGY: 'A device or technology that is used.',
      PREVENTION: 'A way of preventing disease: a vaccine.',
      ORGANISATION: 'A way of organising care: multidisciplinary teams.',
    }),
  },
});
