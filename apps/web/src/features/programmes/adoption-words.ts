// How an adoption stands, and what changes, in words.
import type { OutputOf } from '@anwang/contract';
import { formatMoment, m } from '../../words/index.ts';

export type Adoption = OutputOf<'adoptions', 'look'>;
export type AdoptionCase = OutputOf<'adoptions', 'cases'>['rows'][number];

const changes = { appears: m.adoption_appears, goes: m.adoption_goes, sooner: m.adoption_sooner, later: m.adoption_later };
export const clockChangeWord = (change: AdoptionCase['changes'][number]['change']): string => changes[change]();

const whats = {
  clock: m.adoption_what_clock,
  form: m.adoption_what_form,
  instrument: m.adoption_what_instrument,
  act: m.adoption_what_act,
  level: m.adoption_what_level,
  list: m.adoption_what_list,
};
const differences = { added: m.adoption_added, gone: m.adoption_gone, changed: m.adoption_changed };
type Differs = Adoption['differs'][number];
export const whatWord = (what: Differs['what']): string => whats[what]();
export const differenceWord = (change: Differs['change']): string => differences[change]();

const states = {
  waiting: m.adoption_state_waiting,
  moved: m.adoption_state_moved,
  ended: m.adoption_state_ended,
  failed: m.adoption_state_failed,
};
export const caseStateWord = (state: AdoptionCase['state']): string => states[state]();

/** How it stands, and by whose word. */
export function standWord(one: Adoption): string {
  const at = (moment: string | null) => (moment === null ? '' : formatMoment(moment));
  switch (one.status) {
    case 'looking':
      return m.adoption_looking({ n: one.cases.all });
    case 'looked':
      return m.adoption_looked({ moment: at(one.lookedAt), name: one.askedBy });
    case 'proposed':
      return m.adoption_proposed({ name: one.proposedBy ?? '', moment: at(one.proposedAt) });
    case 'approved':
      return m.adoption_approved({ name: one.decidedBy ?? '', moment: at(one.decidedAt), moved: one.cases.moved, all: one.cases.all });
    case 'done':
      return m.adoption_done({ moment: at(one.doneAt), moved: one.cases.moved });
    case 'refused':
      return m.adoption_refused({ name: one.decidedBy ?? '', moment: at(one.decidedAt) });
    case 'dropped':
      return m.adoption_dropped();
  }
}
