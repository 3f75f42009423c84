// Some source rows of a person belong to somebody else: they found a new person together, and what rests on them follows.
import type { OutputOf } from '@anwang/contract';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { type Instant, msOf } from '@anwang/core/time';
import { type Following, planSplit } from '@anwang/people';
import { newId } from '@anwang/store/intake';
import { applyLinkSteps, countResting, lockPeople, readConfirmedLinks, restsOnRecord, type StandingPerson } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { foundedBy } from '../../people/founded-by.ts';
import { personLine } from './person-line.ts';
import { problemOf } from './plan-problem.ts';

type Choice = { readonly personId: string; readonly linkIds: readonly string[] };
type Row = Parameters<typeof planSplit>[0][number];

async function ground(tx: Tx, { personId, linkIds }: Choice): Promise<Result<{ person: StandingPerson; rows: Row[] }, Problem>> {
  const [person] = await lockPeople(tx, [personId]);
  if (!person) return fail({ code: 'notFound', kind: 'person', id: personId });
  const links = await readConfirmedLinks(tx, personId);
  const rows: Row[] = [];
  for (const id of new Set(linkIds)) {
    const link = links.find((one) => one.id === id);
    if (!link) return fail({ code: 'notFound', kind: 'link', id });
    const { current: _current, ...following } = await restsOnRecord(tx, link.recordId);
    rows.push({ link, following });
  }
  return ok({ person, rows });
}

const countOf = (rows: readonly Row[], of: keyof Following): number => new Set(rows.flatMap(({ following }) => following[of])).size;

/** What would move, as far as the viewer sees it. */
export async function previewSplit(tx: Tx, choice: Choice): Promise<Result<OutputOf<'matching', 'previewSplit'>>> {
  const found = await ground(tx, choice);
  if (!found.ok) return found;
  const { person, rows } = found.value;
  const plan = planSplit(rows, newId(0));
  if (!plan.ok) return fail(problemOf(plan.problem, person.id));
  tx.audit({ action: 'person.read', personIds: [person.id], count: 1, county: person.county });
  return ok({
    person: personLine(person),
    moves: {
      ...(await countResting(
        tx,
        person.id,
        rows.map(({ link }) => link.recordId),
      )),
      flags: countOf(rows, 'flags'),
      contacts: countOf(rows, 'contacts'),
    },
  });
}

/** Parts the rows. @returns the new person */
export async function split(
  tx: Tx,
  now: Instant,
  input: Choice & { readonly version: number; readonly reason: string },
): Promise<Result<OutputOf<'matching', 'split'>>> {
  const found = await ground(tx, input);
  if (!found.ok) return found;
  const { person, rows } = found.value;
  if (person.version !== input.version)
    return fail({
      code: 'versionConflict',
      kind: 'person',
      id: person.id,
      based: input.version,
      current: person.version,
      theirs: { mergedInto: person.mergedInto },
      yours: { links: rows.length },
    });
  const fresh = newId(msOf(now));
  const plan = planSplit(rows, fresh);
  if (!plan.ok) return fail(problemOf(plan.problem, person.id));
  const founded = await foundedBy(tx, now, plan.steps);
  const { decisionId, ...followed } = await applyLinkSteps(
    tx,
    plan.steps,
    { verb: 'split', linkId: null, at: now, county: person.county, reason: input.reason, founded },
    { personIds: [person.id], recordIds: rows.map(({ link }) => link.recordId) },
  );
  return ok({ decisionId, personId: fresh, followed });
}
