import { defineEntityKind, text } from '../define.js';

export const doctor = defineEntityKind({
  name: 'Doctor',
  prefix: 'doctor',
  description: 'A named medical professional: physician, surgeon, nurse, technician or medical teacher.',
  properties: {
    profession: text('The profession as a source states it, for instance "surgeon".'),
    title: text('The academic or professional title as a source states it, for instance "Professor".'),
  },
});
