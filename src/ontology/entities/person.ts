import { defineEntityKind, text } from '../define.js';

export const person = defineEntityKind({
  name: 'Person',
  prefix: 'person',
  description: 'A named person who is not known as a medical professional: an official, a manager, a donor.',
  properties: {
    title: text('The title as a source states it.'),
  },
});
