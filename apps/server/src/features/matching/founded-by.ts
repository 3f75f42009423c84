// The person whom a plan makes anew, read again from the source row as it came and from what the desk learned beside it.
import { withLearned } from '@anwang/core/screening';
import type { Instant } from '@anwang/core/time';
import { indexKeys, prepareReported, type ReportedPerson, type Step } from '@anwang/people';
import { readLearnedOfRecord } from '@anwang/store/intake';
import { type NewPerson, newPersonFrom } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';

/** The new person of a `found` step; null when the plan founds nobody. */
export async function foundedBy(tx: Tx, now: Instant, steps: readonly Step[]): Promise<NewPerson | null> {
  const step = steps.find((one) => one.do === 'found');
  if (step?.do !== 'found') return null;
  const record = await tx
    .selectFrom('people.record')
    .select(['sealed', 'county'])
    .where('id', '=', step.recordId)
    .executeTakeFirstOrThrow();
  const population = await tx.selectFrom('system.population').select('kind').executeTakeFirst();
  const demo = population?.kind === 'demo';
  const reported: ReportedPerson = JSON.parse(await tx.keys.open(record.sealed));
  const given = withLearned({ school: null, contactsHidden: false, ...reported }, await readLearnedOfRecord(tx, step.recordId));
  // What must stay hidden from the other side is a hidden contact already; no open copy is made of it, and no key.
  const prepared = prepareReported(given.contactsHidden ? { ...given, phones: [], addresses: [] } : given);
  const made = newPersonFrom(
    { county: record.county, district: null, at: now, demo },
    { recordId: step.recordId, prepared, keys: indexKeys(prepared) },
  );
  return { ...made, id: step.personId };
}
