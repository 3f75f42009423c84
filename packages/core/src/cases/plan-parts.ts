// What of a plan can be changed? In the order in which a change is told; place, safety and note lie in its words, the contact behind an id.

/** The parts. */
export const planParts = [
  'at',
  'method',
  'account',
  'persons',
  'along',
  'contact',
  'place',
  'minutes',
  'warnings',
  'safety',
  'note',
] as const;
export type PlanPart = (typeof planParts)[number];
