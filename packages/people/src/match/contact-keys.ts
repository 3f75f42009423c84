// By which keys is a person found through one contact? Two ways of writing one number or place have the same keys.

import type { LookupKey } from './key-kinds.ts';
import { indexKeys } from './lookup-keys.ts';
import { prepareReported } from './prepare.ts';
import { UNKNOWN_PERSON } from './reported-person.ts';

/** The search keys of a contact of this kind and value, in clear: telephones and places have some, an e-mail address none. */
export const contactKeys = (kind: string, value: string): LookupKey[] =>
  indexKeys(
    prepareReported({
      ...UNKNOWN_PERSON,
      phones: kind === 'phone' ? [value] : [],
      addresses: kind === 'phone' || kind === 'email' ? [] : [value],
    }),
  );
