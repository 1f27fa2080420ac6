/**
 * The roles that only the living play. People are judged, honoured and quoted after their death; when they said what is
 * quoted is not what the time of a fact tells.
 */
export const ROLES_OF_THE_LIVING = new Set([
  ...[
    'TRAINER',
    'TRAINEE',
    'OPERATOR',
    'ASSISTANT',
    'CONSULTANT',
    'RECIPIENT',
    'PROVIDER',
    'ADOPTER',
    'HELPER',
  ],
  ...['VISITOR', 'HOST', 'INVITER', 'POSTED', 'MEMBER', 'PARTY', 'FOUNDER', 'DESIGNATOR', 'BORN', 'DECEASED'],
]);
