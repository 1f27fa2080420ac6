import { defineFactKind, role, text } from '../define.js';
import { ACTORS, INSTITUTIONS, at, inCountry, reporter } from '../roles.js';

export const founding = defineFactKind({
  name: 'Founding',
  prefix: 'founding',
  description: 'An institution or a programme comes into being, opens, or goes into operation.',
  // No flow: something comes into being, whoever helps with it.
  roles: [
    role({
      name: 'FOUNDED',
      field: 'founded',
      reverse: 'foundings',
      description: 'What comes into being.',
      players: [...INSTITUTIONS, 'Programme'],
      groups: true,
      required: true,
    }),
    role({
      name: 'FOUNDER',
      field: 'founders',
      reverse: 'founded',
      description: 'Who brings it into being.',
      players: [...ACTORS, 'Country'],
      groups: true,
    }),
    role({
      name: 'HELPER',
      field: 'helpers',
      reverse: 'foundingsHelped',
      description: 'Who helped the founders.',
      players: [...ACTORS, 'Country'],
      groups: true,
    }),
    at({ reverse: 'foundingsHosted' }),
    inCountry({ reverse: 'foundingsIn' }),
    reporter({ reverse: 'foundingsReported' }),
  ],
  properties: {
    purpose: text('What it is founded for.'),
  },
});
