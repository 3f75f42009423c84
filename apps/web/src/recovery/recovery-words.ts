// What is recovered, and how somebody was recognised, in words.
import type { Choice } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';

const parts: Readonly<Record<string, () => string>> = {
  password: m.recovery_password,
  secondFactor: m.recovery_second_factor,
  both: m.recovery_both,
};
const ways: Readonly<Record<string, () => string>> = {
  inPerson: m.recovery_in_person,
  calledBack: m.recovery_called_back,
  video: m.recovery_video,
  order: m.recovery_order,
};

export type Part = 'password' | 'secondFactor' | 'both';
export type Way = 'inPerson' | 'calledBack' | 'video';

/** What is recovered. */
export const partWord = (part: string): string => parts[part]?.() ?? part;
/** How somebody was recognised. */
export const wayWord = (way: string): string => ways[way]?.() ?? way;

export const isPart = (text: string): text is Part => text === 'password' || text === 'secondFactor' || text === 'both';
export const isWay = (text: string): text is Way => text === 'inPerson' || text === 'calledBack' || text === 'video';

/** What may be chosen; without a second factor only the password. */
export const partChoices = (secondFactor: boolean): Choice[] =>
  (secondFactor ? ['password', 'secondFactor', 'both'] : ['password']).map((value) => ({ value, label: partWord(value) }));
/** The ways a person may choose. */
export const wayChoices = (): Choice[] => ['inPerson', 'calledBack', 'video'].map((value) => ({ value, label: wayWord(value) }));
