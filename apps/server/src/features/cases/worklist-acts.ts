// From a worklist straight to the form: the act by which a clock is met, and the acts that were begun and not sent.

import type { OutputOf } from '@anwang/contract';
import { decide } from '@anwang/core/access';
import { type CaseActionId, caseActions, isCaseActionId } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import { openCasesOf } from '@anwang/store/casework';
import { listDrafts } from '@anwang/store/drafts';
import type { Tx } from '@anwang/store/session';
import { both } from '../../casework/words.ts';
import type { Call } from '../../http/call.ts';

type Worklist = OutputOf<'cases', 'worklist'>;

const ids = Object.keys(caseActions).filter(isCaseActionId);

/** The act that meets a clock. `own`: the caller leads the case or helps in it; of other cases only decisions are the caller's. */
export function actOf(programme: Programme, rule: string, own: boolean, call: Call): Worklist['due'][number]['does'] {
  const stops = programme.clocks.find((clock) => clock.id === rule)?.stops;
  // In the order of the clock: a review of the plan is met by looking at its goals first, and by a new plan only where there are none.
  const type = (stops?.types ?? [])
    .flatMap((stop) => ids.filter((id) => caseActions[id].event === stop))
    .find((id) => {
      const { access } = caseActions[id];
      return (own || access === 'case.approve') && decide(call.actor, access, call.purpose, null, call.now).allow;
    });
  if (type === undefined) return null;
  return { type, label: both(programme.actions.find(({ id }) => id === type)?.label ?? caseActions[type].label) };
}

/** Keys of drafts of acts, as the forms name them; what is said of two people names both. */
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const shape = new RegExp(`^case\\.(${uuid})\\.([A-Za-z]+)(?:\\.(${uuid}(?::[0-9A-Za-z-]{1,40}){0,2}))?$`);

function begun(key: string): { caseId: string; type: CaseActionId; about: string | null } | null {
  const [, caseId, name, about] = shape.exec(key) ?? [];
  const type = ids.find((id) => id === (name === 'assessment' ? 'completeAssessment' : name));
  return caseId === undefined || type === undefined ? null : { caseId, type, about: about ?? null };
}

/** What the caller began in cases that go on, the last first. */
export async function draftsOf(tx: Tx): Promise<Worklist['drafts']> {
  const kept = (await listDrafts(tx)).flatMap(({ key, savedAt }) => {
    const act = begun(key);
    return act === null ? [] : [{ ...act, savedAt }];
  });
  const cases = new Map((await openCasesOf(tx, [...new Set(kept.map((draft) => draft.caseId))])).map((row) => [row.case_id, row]));
  return kept.flatMap((draft) => {
    const row = cases.get(draft.caseId);
    return row === undefined ? [] : [{ ...draft, number: row.number, title: row.title, label: both(caseActions[draft.type].label) }];
  });
}
