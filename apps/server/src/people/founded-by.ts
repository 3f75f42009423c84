// The person whom a source row founds, read again from the row as it came and from what the desk learned beside it.
import { withLearned } from '@anwang/core/screening';
import type { Instant } from '@anwang/core/time';
import { indexKeys, prepareReported, type ReportedPerson, type Step } from '@anwang/people';
import { readLearnedOfRecord } from '@anwang/store/intake';
import { type NewPerson, newPersonFrom } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { guessedAge } from './guessed-age.ts';

/** The person of a source row, with keys, number and contacts. They live in the district that the report names, where the row came with one. */
export async function personOfRecord(tx: Tx, now: Instant, recordId: string): Promise<NewPerson> {
  const record = await tx
    .selectFrom('people.record as c')
    .leftJoin('intake.report_person as rp', 'rp.record_id', 'c.id')
    .leftJoin('intake.report as r', 'r.id', 'rp.report_id')
    .select(['c.sealed', 'c.county', 'c.received_at', 'r.district'])
    .where('c.id', '=', recordId)
    .executeTakeFirstOrThrow();
  const population = await tx.selectFrom('system.population').select('kind').executeTakeFirst();
  const reported: ReportedPerson & { readonly ageApproximate?: number | null } = JSON.parse(await tx.keys.open(record.sealed));
  const given = withLearned({ school: null, contactsHidden: false, ...reported }, await readLearnedOfRecord(tx, recordId));
  // What must stay hidden from the other side is a hidden contact already; no open copy is made of it, and no key.
  const prepared = prepareReported({
    ...given,
    ...(given.contactsHidden ? { phones: [], addresses: [] } : {}),
    age: guessedAge(given.ageApproximate, record.received_at),
  });
  const { county, district } = record;
  return newPersonFrom({ county, district, at: now, demo: population?.kind === 'demo' }, { recordId, prepared, keys: indexKeys(prepared) });
}

/** The new person of a `found` step; null when the plan founds nobody. */
export async function foundedBy(tx: Tx, now: Instant, steps: readonly Step[]): Promise<NewPerson | null> {
  const step = steps.find((one) => one.do === 'found');
  return step?.do === 'found' ? { ...(await personOfRecord(tx, now, step.recordId)), id: step.personId } : null;
}
