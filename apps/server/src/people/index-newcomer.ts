// Who is somebody whom a case has named? Looked up by the matcher after the case has them: certain by the number and one more fact only, and then decided as any link
// is, so that the case follows and it can be undone; all else waits for a person who decides on links.
import { decideMatch, indexKeys, lookupOf, planConfirm, prepareReported, type ReportedPerson } from '@anwang/people';
import { applyLinkSteps, findPeople, indexNewcomer, mergeConflict, readLinkSituation, readNewcomer } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import type { House } from '../house.ts';

type Newcomer = { readonly recordId: string; readonly personId: string };

/** Under what the job is asked for, and dismissed. */
export const newcomerKey = ({ recordId }: Newcomer): string => `newcomer:${recordId}`;

/** In a session of the system actor `matcher`, whose results go to nobody here. */
export async function indexNewcomerOf(house: House, newcomer: Newcomer, route: string): Promise<void> {
  await house.store.withActor(house.system.matcher, 'screening', { route }, (tx) => indexInSession(house, tx, newcomer));
}

/** As above, in the matcher's session that is given; safe to repeat. */
export async function indexInSession(house: House, tx: Tx, newcomer: Newcomer): Promise<void> {
  const row = await readNewcomer(tx, newcomer.recordId, newcomer.personId);
  if (row !== null) {
    const given: ReportedPerson = JSON.parse(row.given);
    const prepared = prepareReported({ ...given, district: row.district });
    const [found = []] = await findPeople(tx, [lookupOf(prepared)]);
    const decision = decideMatch(prepared, found);
    const { given: _given, ...place } = row;
    const sure = await indexNewcomer(tx, {
      ...newcomer,
      ...place,
      prepared,
      keys: indexKeys(prepared),
      alike: decision.kind === 'link' ? [decision] : decision.kind === 'candidates' ? decision.candidates : [],
      certain: decision.kind === 'link',
    });
    if (sure !== null) await confirmByNumber(tx, house, sure.linkId, newcomer.personId);
  }
  await tx.dismiss(newcomerKey(newcomer));
}

/** A link that the number makes certain. Whoever would stand on two sides of something hidden stays a candidate: that is for a person. */
export async function confirmByNumber(tx: Tx, house: House, linkId: string, provisional: string | null): Promise<void> {
  const situation = await readLinkSituation(tx, linkId);
  if (situation === null) return;
  const { link, links, following, current } = situation;
  if (provisional !== null && (await mergeConflict(tx, provisional, link.personId)) !== null) return;
  const plan = planConfirm(link, links, following, current);
  if (!plan.ok) return;
  await applyLinkSteps(
    tx,
    plan.steps,
    { verb: 'confirm', linkId, at: house.now(), county: link.county, reason: null, founded: null },
    { personIds: [...(provisional === null ? [] : [provisional]), link.personId], recordIds: [link.recordId] },
  );
}
