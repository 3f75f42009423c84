// The rules of a county from the packs: its desk, its programmes with the overlay in force, all instruments.

import { deskFor, instruments, programmesFor } from '@anwang/packs';
import type { WorldRules } from './rules.ts';

/** Desk, programmes and instruments of a county. */
export const countyRules = (county: string): WorldRules => ({
  desk: deskFor(county),
  programmes: new Map(programmesFor(county).map((p) => [p.id, p])),
  instruments: new Map(instruments.map((i) => [`${i.id}@${i.version}`, i])),
});
