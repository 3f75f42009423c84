// Ids of the things of a random world, the same in every run.

const id = (kind: string, index: number): string => `${kind}0000000-0000-7000-8000-${String(index).padStart(12, '0')}`;

export const worldIds = {
  county: (index: number): string => `9${index}000`,
  district: (index: number): string => `9000000${index}`,
  unit: (index: number): string => id('a', index),
  account: (index: number): string => id('b', index),
  person: (index: number): string => id('c', index),
  case: (index: number): string => id('d', index),
  report: (index: number): string => id('e', index),
  proposal: (index: number): string => id('8', index),
  record: (report: number, person: number): string => id('f', report * 100 + person),
} as const;
