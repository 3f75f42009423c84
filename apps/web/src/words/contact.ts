// Kinds of contact in words.
import { m } from '../paraglide/messages.js';

/** The kinds in the order of a form. */
export const contactKinds = ['phone', 'residenceAddress', 'registeredAddress', 'shelter', 'school', 'workplace', 'email'] as const;

/** A kind of contact in words. */
export function contactWord(kind: string): string {
  const words: Record<string, string> = {
    registeredAddress: m.contact_registered(),
    residenceAddress: m.contact_residence(),
    phone: m.contact_phone(),
    email: m.email(),
    shelter: m.contact_shelter(),
    school: m.contact_school(),
    workplace: m.contact_workplace(),
  };
  return words[kind] ?? m.contact_other();
}
