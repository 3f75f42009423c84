// An adoption as it is shown: who did which step, numbers of cases, and in words what the newer statement says otherwise.

import type { OutputOf } from '@anwang/contract';
import { compareStatements, type Programme, type StatementChange } from '@anwang/core/programs';
import { findInstrument, findProgramme } from '@anwang/packs';
import { type AdoptionRow, countAdoption } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import { both, ruleLabel } from '../../casework/words.ts';
import type { Call } from '../../http/call.ts';

type View = OutputOf<'adoptions', 'look'>;

const listWords: Readonly<Record<string, { zh: string; en: string }>> = {
  needs: { zh: '需求', en: 'Needs' },
  risks: { zh: '風險', en: 'Risks' },
  services: { zh: '服務項目', en: 'Services' },
  openingReasons: { zh: '開案原因', en: 'Reasons for opening' },
  shortTermReasons: { zh: '短期服務原因', en: 'Reasons for short-term service' },
  notOpenedReasons: { zh: '不開案原因', en: 'Reasons for not opening' },
  closureReasons: { zh: '結案原因', en: 'Reasons for closing' },
  returnReasons: { zh: '退案原因', en: 'Reasons for returning' },
};

function wordOf({ what, id }: StatementChange, of: Programme): { zh: string; en: string } {
  const plain = { zh: id, en: id };
  if (what === 'clock') return ruleLabel(of, id);
  if (what === 'form') return both(of.forms.find((one) => one.id === id)?.label ?? plain);
  if (what === 'instrument') return both(findInstrument(id)?.label ?? plain);
  if (what === 'act') return both(of.actions.find((one) => one.id === id)?.label ?? plain);
  if (what === 'level') return both(of.levels.find((one) => one.id === id)?.label ?? plain);
  return listWords[id] ?? plain;
}

/** The rule in the words of the newer statement, or of the one that has it. */
export function clockWord(programme: string, to: string, froms: readonly string[], rule: string): { zh: string; en: string } {
  const has = [to, ...froms].map((one) => findProgramme(programme, one)).find((one) => one?.clocks.some(({ id }) => id === rule));
  return has ? ruleLabel(has, rule) : { zh: rule, en: rule };
}

export async function view(tx: Tx, row: AdoptionRow, call: Call): Promise<View> {
  const { states, changes } = await countAdoption(tx, row.id);
  const count = (...of: string[]) => states.reduce((n, one) => (of.includes(one.state) ? n + one.cases : n), 0);
  const froms = [...new Set(states.map((one) => one.from))];
  const to = findProgramme(row.programme, row.to_version);
  return {
    id: row.id,
    programme: row.programme,
    to: row.to_version,
    status: row.status,
    version: row.version,
    askedBy: row.asker,
    askedAt: row.asked_at,
    lookedAt: row.looked_at,
    proposedBy: row.proposer,
    proposedAt: row.proposed_at,
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    doneAt: row.done_at,
    mine: row.proposed_by === call.actor.id,
    cases: {
      all: count('waiting', 'moved', 'ended', 'failed'),
      waiting: count('waiting'),
      moved: count('moved'),
      ended: count('ended'),
      failed: count('failed'),
      pending: states.reduce((n, one) => n + one.pending, 0),
    },
    clocks: changes.map((one) => ({ ...one, label: clockWord(row.programme, row.to_version, froms, one.rule) })),
    differs: froms.flatMap((from) => {
      const was = findProgramme(row.programme, from);
      if (was === null || to === null) return [];
      return compareStatements(was, to).map((one) => ({
        from,
        what: one.what,
        label: wordOf(one, one.change === 'gone' ? was : to),
        change: one.change,
      }));
    }),
  };
}
