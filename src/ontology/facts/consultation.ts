import { defineFactKind, oneOf, role, side, sideSentBy, sideWithoutPosts, text } from '../define.js';
import { ACTORS, at, from, inCountry, technique, under } from '../roles.js';

export const consultation = defineFactKind({
  name: 'Consultation',
  prefix: 'consultation',
  description: 'Someone advises colleagues on patients or on how to work, on the spot or from afar.',
  roles: [
    role({
      name: 'CONSULTANT',
      field: 'consultants',
      reverse: 'consultationsGiven',
      description: 'Who advises.',
      players: ACTORS,
      groups: true,
    }),
    role({
      name: 'RECIPIENT',
      field: 'recipients',
      reverse: 'consultationsReceived',
      description: 'Who is advised.',
      players: [...ACTORS, 'Country'],
      groups: true,
    }),
    technique({ reverse: 'consultations' }),
    at({ reverse: 'consultations' }),
    under({ reverse: 'consultations' }),
    from({
      reverse: 'consultationsSent',
      description: 'The hospital, organisation or country of those who advise.',
    }),
    inCountry({ reverse: 'consultationsIn' }),
  ],
  atLeastOneOf: ['CONSULTANT', 'RECIPIENT'],
  // From those who advise to those who are advised; unnamed ones who come to be advised may be from anywhere. Advice
  // alone does not show a technique in use.
  flow: {
    direction: 'DIRECTED',
    from: sideSentBy('CONSULTANT'),
    to: side('RECIPIENT'),
    place: sideWithoutPosts('AT', 'IN'),
  },
  properties: {
    mode: oneOf('ConsultationMode', 'How it takes place, as far as a source says.', {
      REMOTE: 'From afar.',
      ON_SITE: 'On the spot.',
    }),
    subject: text('What it is about, in words.'),
  },
});
