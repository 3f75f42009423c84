// One decision on one pair: the plan is made by the people room, carried out by the store, under the locks of the row's links.
import type { OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { type Instant, msOf } from '@anwang/core/time';
import { planConfirm, planReject, planUndo } from '@anwang/people';
import { newId, reportOfRecord } from '@anwang/store/intake';
import { tellOfRepeat } from '@anwang/store/notices';
import { applyLinkSteps, mergeConflict, readLinkSituation } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { foundedBy } from '../../people/founded-by.ts';
import { problemOf } from './plan-problem.ts';

type Verb = 'confirm' | 'reject' | 'undo';
type Input = { readonly linkId: string; readonly version: number; readonly reason: string | null };
const states = { confirm: 'confirmed', reject: 'rejected', undo: 'undone' } as const;

/** Confirms, rejects or undoes a link. @returns what followed, or the conflict with how the pair stands now. */
export async function decideLink(tx: Tx, now: Instant, verb: Verb, input: Input): Promise<Result<OutputOf<'matching', 'confirm'>>> {
  const situation = await readLinkSituation(tx, input.linkId);
  if (situation === null) return fail({ code: 'notFound', kind: 'link', id: input.linkId });
  const { link, links, following, current } = situation;
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
  const fresh = newId(msOf(now));
  const plan =
    verb === 'confirm'
      ? planConfirm(link, links, following, current)
      : verb === 'reject'
        ? planReject(link, links, following, fresh)
        : planUndo(link, following, fresh);
  if (!plan.ok) return fail(problemOf(plan.problem, link.id));
  const conflict = verb === 'confirm' && current !== null ? await mergeConflict(tx, current, link.personId) : null;
  if (conflict !== null) return fail({ code: 'linkNotCertain', reason: conflict });
  const founded = await foundedBy(tx, now, plan.steps);
  const { county } = link;
  const done = await applyLinkSteps(
    tx,
    plan.steps,
    { verb, linkId: link.id, at: now, county, reason: input.reason, founded },
    { personIds: [...links.map((one) => one.personId), ...(current === null ? [] : [current])], recordIds: [link.recordId] },
  );
  const reportId = await reportOfRecord(tx, link.recordId);
  if (reportId !== null) {
    if (verb === 'confirm') await tellOfRepeat(tx, reportId);
    // What the report wants hidden is the matcher's to hide: who decides need not see it.
    await tx.enqueue('intake.hide', { reportId }, { key: `hide:${reportId}` });
  }
  const after = await tx.selectFrom('people.link').select('version').where('id', '=', link.id).executeTakeFirst();
  const { decisionId, ...followed } = done;
  return ok({
    linkId: link.id,
    decisionId,
    version: after?.version ?? link.version + 1,
    state: states[verb],
    // Whoever the row is now: the person it was confirmed to be, or the one that it founded.
    personId: verb === 'confirm' ? link.personId : (founded?.id ?? null),
    followed,
  });
}
