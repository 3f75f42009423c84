// My day, for a worker: own clocks, changes by others, referrals not answered, load. For a supervisor: the unit's clocks and what waits for a decision.

import type { OutputOf } from '@anwang/contract';
import { caseEventLabels, isCaseEventType } from '@anwang/core/cases';
import { byCode, ok, type Result } from '@anwang/core/lang';
import type { Programme } from '@anwang/core/programs';
import { addDays, addHours, dateIn, partsOf, startOfDay } from '@anwang/core/time';
import {
  dueClocks,
  dueClocksOfUnits,
  loadOf,
  pendingApprovals,
  recentChanges,
  teamLoad,
  vainAttempts,
  waitingReferrals,
} from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import { both, programmeOf, ruleLabel, toldOf } from '../../casework/words.ts';
import type { Call } from '../../http/call.ts';
import { dayOf } from './plan-views.ts';
import { supportsToTake } from './support-views.ts';
import { whyNow } from './why-now.ts';
import { actOf, draftsOf } from './worklist-acts.ts';

type Worklist = OutputOf<'cases', 'worklist'>;

const rows = 60;
const changesHours = 72;

/** The units in which the caller holds the supervisor's role now. */
function supervisedUnits(call: Call): string[] {
  const { actor, now } = call;
  return actor.grants.flatMap((grant) => {
    const holds =
      grant.role === 'supervisor' && grant.from <= now && (grant.until === null || now < grant.until) && grant.reach.kind === 'unit';
    const unit = grant.reach.id ?? actor.unit;
    return holds && unit !== null ? [unit] : [];
  });
}

const sentBack: Readonly<Record<string, { zh: string; en: string }>> = {
  openingDecided: { zh: '開案建議退回修改', en: 'Opening sent back' },
  closureDecided: { zh: '結案退回修改', en: 'Closure sent back' },
};

/** What happened, in words; a decision that sends back is not told as if it had agreed. */
function changeLabel({ type, approved }: { readonly type: string; readonly approved: boolean | null }): { zh: string; en: string } {
  return (approved === false ? sentBack[type] : undefined) ?? (isCaseEventType(type) ? caseEventLabels[type] : { zh: type, en: type });
}

/** A duty limited in hours is for today: a regular visit that is late for days does not stand before it. */
function isAcute(programme: Programme, rule: string): boolean {
  const kind = programme.clocks.find((clock) => clock.id === rule)?.limit.kind;
  return kind === 'hours' || kind === 'minutes' || kind === 'sameDay';
}

/** The worklist of the caller. */
export async function worklist(_input: unknown, tx: Tx, call: Call): Promise<Result<Worklist>> {
  const units = supervisedUnits(call);
  const own = await dueClocks(tx, rows + 1);
  const mine = new Set(own.map((row) => row.case_id));
  const ofUnits = await dueClocksOfUnits(tx, units, rows + 1);
  const seen = new Set(own.map((row) => `${row.case_id} ${row.rule} ${row.instance}`));
  const all = [...own, ...ofUnits.filter((row) => !seen.has(`${row.case_id} ${row.rule} ${row.instance}`))];
  // Of two lists the nearest come first: what lies beyond the last of either may lie before the last of both.
  const acute = new Set(all.filter((row) => isAcute(programmeOf(row), row.rule)));
  const due = all.toSorted((a, b) => Number(acute.has(b)) - Number(acute.has(a)) || byCode(a.due_at ?? '', b.due_at ?? '')).slice(0, rows);
  const { zone } = call.house.time(call.actor.county);
  const today = dateIn(zone, call.now);
  const month = startOfDay(zone, addDays(today, 1 - partsOf(today).day));
  const { bands, capacity, visited } = await loadOf(tx, units, month);
  const approvals = await pendingApprovals(tx, units, rows);
  const changes = await recentChanges(tx, addHours(call.now, -changesHours), rows);
  const attempts = Map.groupBy(await vainAttempts(tx, [...new Set(due.map((row) => row.case_id))]), (one) => one.case_id);
  const day = await dayOf(tx, call, units);
  const supports = await supportsToTake(tx, call, units);
  tx.audit({ action: 'case.worklist', ids: due.map((row) => row.case_id), count: due.length });
  return ok({
    due: due.flatMap((row) => {
      if (row.due_at === null) return [];
      const programme = programmeOf(row);
      const basis = programme.clocks.find((clock) => clock.id === row.rule)?.basis.text ?? '';
      return [
        {
          caseId: row.case_id,
          number: row.number,
          title: row.title,
          programmeLabel: both(programme.label),
          rule: row.rule,
          ruleLabel: ruleLabel(programme, row.rule),
          basis,
          due: row.due_at,
          start: row.started_at,
          acute: acute.has(row),
          does: actOf(programme, row.rule, mine.has(row.case_id), call),
          ...whyNow(programme, row, attempts.get(row.case_id) ?? [], mine.has(row.case_id), call),
          escalatedTo: toldOf(programme, row.rule, row.escalated),
        },
      ];
    }),
    supports,
    more: all.length > rows,
    day,
    drafts: await draftsOf(tx),
    approvals: approvals.map((row) => ({
      caseId: row.case_id,
      number: row.number,
      title: row.title,
      kind: row.outcome === null || row.outcome === 'open' ? row.kind : row.outcome,
      proposedBy: row.proposed_by ?? '',
      proposedAt: row.proposed_at,
    })),
    changes: changes.map((row) => ({
      caseId: row.case_id,
      number: row.number,
      title: row.title,
      type: row.type,
      label: changeLabel(row),
      at: row.recorded_at,
      by: row.by_name ?? '系統',
    })),
    waiting: (await waitingReferrals(tx, rows)).map((row) => ({
      caseId: row.case_id,
      number: row.number,
      title: row.title,
      need: row.need,
      referralId: row.referral_id,
      toUnit: row.to_zh,
      sentAt: row.sent_at,
      answerDue: row.answer_due,
    })),
    team: (await teamLoad(tx, units)).map(({ lead_id, ...row }) => ({ accountId: lead_id, ...row })),
    load: {
      whose: units.length === 0 ? 'own' : 'unit',
      open: Object.values(bands).reduce((sum, count) => sum + count, 0),
      capacity,
      visited,
      extreme: bands.extreme ?? 0,
      high: bands.high ?? 0,
      medium: bands.medium ?? 0,
      low: bands.low ?? 0,
    },
  });
}
