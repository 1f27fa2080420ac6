import { defineFactKind, role, side, text } from '../define.js';
import { ACTORS, at, inCountry, reporter, technique, under } from '../roles.js';

export const adoption = defineFactKind({
  name: 'Adoption',
  prefix: 'adoption',
  description: 'Someone takes a technique or a system into use, develops it, or is reported to use it.',
  roles: [
    role({
      name: 'ADOPTER',
      field: 'adopters',
      reverse: 'adoptions',
      description: 'Who uses it.',
      players: [...ACTORS, 'Country'],
      groups: true,
      required: true,
    }),
    technique({ reverse: 'adoptions' }),
    role({
      name: 'SYSTEM',
      field: 'systems',
      reverse: 'adoptions',
      description: 'The guideline, system or programme that is taken into use, where it is no technique.',
      players: ['Programme'],
    }),
    role({
      name: 'HELPER',
      field: 'helpers',
      reverse: 'adoptionsHelped',
      description: 'Who helped the adopters with it.',
      players: [...ACTORS, 'Country'],
      groups: true,
    }),
    at({ reverse: 'adoptionsHosted' }),
    under({ reverse: 'adoptionsUnder' }),
    inCountry({ reverse: 'adoptionsIn' }),
    reporter({ reverse: 'adoptionsReported' }),
  ],
  // Taking something into use is no flow, but it shows a technique where its adopters are, from those who helped.
  arrival: { at: side('ADOPTER', 'AT', 'IN'), from: side('HELPER') },
  properties: {
    subject: text('What is taken into use, in words, where the source names no technique.'),
    purpose: text('What it is used for.'),
    effect: text('The effect that the source reports.'),
  },
});
