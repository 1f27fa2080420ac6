import { defineEntityKind, oneOf, text } from '../define.js';

export const hospital = defineEntityKind({
  name: 'Hospital',
  prefix: 'hospital',
  description:
    'A place of care: a hospital, medical centre, university hospital, clinic, or a centre within one.',
  properties: {
    type: oneOf('HospitalType', 'What sort of place of care it is, as far as a source says.', {
      HOSPITAL: 'A hospital.',
      MEDICAL_CENTRE: 'A medical centre.',
      UNIVERSITY_HOSPITAL: 'The hospital of a university.',
      MILITARY_HOSPITAL: 'A hospital of the armed forces.',
      CLINIC: 'A clinic.',
      CENTRE: 'A centre within a hospital.',
    }),
    locality: text('The town, city or province where it stands, as a source states it.'),
  },
});
