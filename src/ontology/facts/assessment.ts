import { defineFactKind, role } from '../define.js';
import { ACTORS, at, from, inCountry, reporter, technique, under } from '../roles.js';

export const assessment = defineFactKind({
  name: 'Assessment',
  prefix: 'assessment',
  description:
    'Something is judged in words, without a figure: praise, an effect, a difficulty, a comparison. It says what someone holds, not that it is so.',
  // No flow: it is a judgement, not something that goes from one side to another.
  roles: [
    role({
      name: 'SUBJECT',
      field: 'subjects',
      reverse: 'assessments',
      description: 'Who or what is judged.',
      players: [...ACTORS, 'Country', 'Programme'],
      groups: true,
    }),
    reporter({
      reverse: 'assessmentsGiven',
      description: 'Who judges so; empty where it is the source itself.',
    }),
    technique({
      reverse: 'assessments',
      description: 'The techniques that are judged, or in which someone is.',
    }),
    from({
      reverse: 'assessmentsSent',
      description: 'Where the unnamed people who are judged come from: "doctors of that hospital".',
    }),
    at({ reverse: 'assessmentsAt' }),
    under({ reverse: 'assessmentsUnder' }),
    inCountry({ reverse: 'assessmentsIn' }),
  ],
  atLeastOneOf: ['SUBJECT', 'TECHNIQUE'],
});
