// Writes the generated policy files. Run by `npm run generate`, before the database of the generator is migrated.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printPlaces, printPolicies, printRoles } from './print-policies.ts';

/** Writes 020-roles.sql, 030-policies.sql and 050-places.sql. */
export function writePolicies(): void {
  writeFileSync(join(import.meta.dirname, '020-roles.sql'), printRoles());
  writeFileSync(join(import.meta.dirname, '030-policies.sql'), printPolicies());
  writeFileSync(join(import.meta.dirname, '050-places.sql'), printPlaces());
}
