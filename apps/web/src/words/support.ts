// How a call for support ended, in words.
import { m } from '../paraglide/messages.js';

/** The ways, as one chooses them. */
export const supportEndWords = (): { value: string; label: string }[] => [
  { value: 'safe', label: m.support_end_safe() },
  { value: 'mistake', label: m.support_end_mistake() },
  { value: 'other', label: m.support_end_other() },
];
