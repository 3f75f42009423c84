// One chunk of the demo in one transaction: people, reports, cases, links, reach, and the mark that it is done.

import { instantFromMs, officeCalendar } from '@anwang/core/time';
import type { Tx } from '@anwang/store/session';
import { type Counters, countStored, drawFlags, type SynthOrg, type WorldChunk, type WorldRules } from '@anwang/synth';
import { sql } from 'kysely';
import { writeCases } from './case-rows.ts';
import { writeLinks } from './link-rows.ts';
import { writeFlags, writeHidden, writePeople } from './people-rows.ts';
import { writeReports } from './report-rows.ts';

export interface ChunkSetting {
  readonly org: SynthOrg;
  readonly rules: WorldRules;
  readonly anchorMs: number;
  /** Until the chunk before is committed: numbers of reports and cases are given in order, people need not wait. */
  readonly turn: Promise<unknown>;
}

const DAY = 86_400_000;

/** Writes a chunk. */
export const writeChunk = async (tx: Tx, chunk: WorldChunk, { org, rules, anchorMs, turn }: ChunkSetting): Promise<void> => {
  const county = org.county.id;
  const cases = chunk.cases.filter((c) => c.events.some((e) => e.type === 'caseAccepted'));
  const { reports } = chunk;
  const people = new Map(chunk.population.households.flatMap((h) => h.members.map((m) => [m.person.id, m.person] as const)));
  await writePeople(tx, county, chunk.population, instantFromMs(anchorMs - 760 * DAY));
  await writeHidden(tx, county, chunk.hidden);
  await writeFlags(tx, county, drawFlags(chunk.population.chance.fork('flags'), chunk.population, anchorMs));
  await turn;
  const context = { rules, calendar: officeCalendar, anchorMs, org };
  await writeReports(tx, reports, context);
  await writeCases(tx, cases, context);
  await writeLinks(tx, reports, people);
  const ids = reports.map((r) => r.id);
  tx.audit({ action: 'report.create', ids, personIds: [...people.keys()], count: ids.length, county, detail: { seed: true } });
};

/** Counters of the report numbers that are already stored; case numbers are given by the store. */
export const storedCounters = async (tx: Tx): Promise<Counters> => {
  const counters: Counters = new Map();
  const { rows } = await sql<{ county: string; number: string }>`
    select county, max(number) as number from intake.report group by county, left(number, 8)`.execute(tx);
  for (const { county, number } of rows) countStored(counters, county, number);
  return counters;
};
