import { defineFactKind, oneOf, role, side, sideSentBy, sideWithoutPosts, text } from '../define.js';
import { ACTORS, at, from, inCountry, technique, under } from '../roles.js';

export const training = defineFactKind({
  name: 'Training',
  prefix: 'training',
  description: 'Someone teaches someone: a course, a lecture, hands-on teaching, the sharing of experience.',
  roles: [
    role({
      name: 'TRAINER',
      field: 'trainers',
      reverse: 'trainingsGiven',
      description: 'Who teaches.',
      players: ACTORS,
      groups: true,
    }),
    role({
      name: 'TRAINEE',
      field: 'trainees',
      reverse: 'trainingsReceived',
      description: 'Who is taught.',
      players: ACTORS,
      groups: true,
    }),
    technique({ reverse: 'trainings' }),
    at({ reverse: 'trainings' }),
    under({ reverse: 'trainings' }),
    from({
      reverse: 'trainingsSent',
      description: 'The hospital, organisation or country that sends the trainers.',
    }),
    inCountry({ reverse: 'trainingsIn' }),
  ],
  atLeastOneOf: ['TRAINER', 'TRAINEE'],
  // From those who teach to those who are taught: teaching comes to a place also where its learners stay unnamed. At the
  // place of their teachers, though, unnamed learners may be guests from anywhere.
  flow: {
    direction: 'DIRECTED',
    from: sideSentBy('TRAINER'),
    to: side('TRAINEE'),
    place: sideWithoutPosts('AT', 'IN'),
  },
  // Where it is taught, it can be seen, whoever learns it.
  arrival: { at: side('TRAINEE', 'AT', 'IN'), from: sideSentBy('TRAINER') },
  properties: {
    form: oneOf('TrainingForm', 'The form of the teaching, as far as a source says.', {
      COURSE: 'A course or programme of teaching.',
      LECTURE: 'A lecture or talk.',
      HANDS_ON: 'Teaching at the patient, by doing it together.',
      DEMONSTRATION: 'Showing how it is done, with the learners watching.',
      EXPERIENCE_SHARING: 'Passing on one’s own experience to colleagues.',
    }),
    subject: text('The subject in words, where it is more or other than the techniques.'),
  },
});
