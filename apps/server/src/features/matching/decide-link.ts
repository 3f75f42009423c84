// One decision on one pair: the plan is made by the people room, carried out by the store, under the locks of the row's links.
import type { OutputOf } from '@anwang/contract';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { msOf } from '@anwang/core/time';
import {
  indexKeys,
  type PlanProblem,
  planConfirm,
  planReject,
  planUndo,
  prepareReported,
  type ReportedPerson,
  type Step,
} from '@anwang/people';
import { newId } from '@anwang/store/intake';
import { tellOfRepeatOf } from '@anwang/store/notices';
import { applyLinkSteps, type LinkSituation, newPersonFrom, readLinkSituation } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';

type Verb = 'confirm' | 'reject' | 'undo';
type Input = { readonly linkId: string; readonly version: number; readonly reason: string | null };
const states = { confirm: 'confirmed', reject: 'rejected', undo: 'undone' } as const;

/** Confirms, rejects or undoes a link. @returns what followed, or the conflict with how the pair stands now. */
export async function decideLink(tx: Tx, call: Call, verb: Verb, input: Input): Promise<Result<OutputOf<'matching', 'confirm'>>> {
  const situation = await readLinkSituation(tx, input.linkId);
  if (situation === null) return fail({ code: 'notFound', kind: 'link', id: input.linkId });
  const { link } = situation;
  if (link.version !== input.version)
    return fail({
      code: 'versionConflict',
      kind: 'link',
      id: link.id,
      based: input.version,
      current: link.version,
      theirs: { state: link.state },
      yours: { state: states[verb] },
    });
  const fresh = newId(msOf(call.now));
  const plan =
    verb === 'confirm'
      ? planConfirm(link, situation.links, situation.following, situation.current)
      : verb === 'reject'
        ? planReject(link, situation.links, situation.following, fresh)
        : planUndo(link, situation.following, fresh);
  if (!plan.ok) return fail(problemOf(plan.problem, link.id));
  const founded = await foundedBy(tx, call, situation, plan.steps);
  const followed = await applyLinkSteps(tx, plan.steps, { at: call.now, county: link.county, founded });
  if (verb === 'confirm') await tellOfRepeatOf(tx, link.recordId);
  tx.audit({
    action: 'person.link',
    ids: [link.id],
    personIds: [link.personId],
    county: link.county,
    detail: { verb },
    ...(input.reason ? { query: input.reason } : {}),
  });
  const after = await tx.selectFrom('people.link').select(['version', 'state', 'person_id']).where('id', '=', link.id).executeTakeFirst();
  return ok({
    linkId: link.id,
    version: after?.version ?? link.version + 1,
    state: states[verb],
    personId: verb === 'confirm' ? link.personId : null,
    followed,
  });
}

/** The person whom a plan makes anew, read again from the source row as it came. */
async function foundedBy(tx: Tx, call: Call, { link }: LinkSituation, steps: readonly Step[]) {
  const step = steps.find((one) => one.do === 'found');
  if (!step) return null;
  const record = await tx
    .selectFrom('people.record')
    .select(['sealed', 'county'])
    .where('id', '=', link.recordId)
    .executeTakeFirstOrThrow();
  const prepared = prepareReported(JSON.parse(await tx.keys.open(record.sealed)) as ReportedPerson);
  const other = await tx.selectFrom('people.person').select('demo').where('id', '=', link.personId).executeTakeFirst();
  const made = newPersonFrom(
    { county: record.county, district: null, at: call.now, demo: other?.demo ?? call.house.demo() },
    { recordId: link.recordId, prepared, keys: indexKeys(prepared) },
  );
  return 'personId' in step ? { ...made, id: step.personId } : made;
}

function problemOf(problem: PlanProblem, linkId: string): Problem {
  switch (problem) {
    case 'alreadyDecided':
      return { code: 'candidateDecided', candidateId: linkId };
    case 'notConfirmed':
      return { code: 'linkUndone', linkId };
    default:
      return { code: 'linkNotCertain', reason: problem };
  }
}
