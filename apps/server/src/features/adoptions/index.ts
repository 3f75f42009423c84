// Open cases go over to a newer statement: what stands, what it would change, and the two people by whom it is decided (docs/decisions/0112).

import type { OutputOf } from '@anwang/contract';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { programmeFor } from '@anwang/packs';
import {
  type AdoptionRow,
  adoptionCases,
  beginAdoption,
  countAdoption,
  findAdoption,
  lastAdoption,
  lockAdoption,
  pinnedVersions,
  stepAdoption,
} from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';
import { pageOf, readCursor } from '../../http/list-cursor.ts';
import { within } from '../../http/within.ts';
import { clockWord, view } from './view.ts';

type View = OutputOf<'adoptions', 'look'>;

const missing = (id: string) => fail({ code: 'notFound' as const, kind: 'adoption', id });
const closed = (action: string, reason: string) => fail({ code: 'actionNotAllowed' as const, action, reason, opensAt: null });

/** Why a step cannot be taken on a row. */
function stale(row: AdoptionRow, based: number, yours: unknown): Problem | null {
  if (row.version === based) return null;
  const theirs = { status: row.status, version: row.version };
  return { code: 'versionConflict', kind: 'adoption', id: row.id, based, current: row.version, theirs, yours };
}

async function shown(tx: Tx, id: string, call: Call): Promise<Result<View>> {
  const row = await findAdoption(tx, id);
  return row ? ok(await view(tx, row, call)) : missing(id);
}

export const adoptions: Handlers<'adoptions'> = {
  standing: within(async ({ programme }, tx, call) => {
    const county = call.actor.county ?? '';
    const current = programmeFor(programme, county);
    if (current === null) return fail({ code: 'programmeUnknown', programme, version: null });
    const open = await pinnedVersions(tx, programme);
    const row = await lastAdoption(tx, county, programme);
    tx.audit({ action: 'adoption.standing', ids: row ? [row.id] : [], count: open.length });
    return ok({
      current: current.version,
      open: open.map(({ pack_version: version, cases }) => ({ version, cases })),
      adoption: row ? await view(tx, row, call) : null,
    });
  }),
  look: within(async ({ programme }, tx, call) => {
    const county = call.actor.county ?? '';
    const current = programmeFor(programme, county);
    if (current === null) return fail({ code: 'programmeUnknown', programme, version: null });
    const id = await beginAdoption(tx, county, programme, current.version, call.now);
    if (id === undefined) return closed('look', 'adoptionUnderWay');
    tx.audit({ action: 'adoption.asked', ids: [id], county, detail: { programme, to: current.version } });
    return shown(tx, id, call);
  }),
  cases: within(async (input, tx) => {
    const row = await findAdoption(tx, input.adoptionId);
    if (!row) return missing(input.adoptionId);
    const rows = await adoptionCases(tx, row.id, readCursor(input.cursor), input.limit + 1);
    const { states } = await countAdoption(tx, row.id);
    const froms = [...new Set(states.map((one) => one.from))];
    tx.audit({ action: 'adoption.cases', ids: rows.map((one) => one.case_id), county: row.county, count: rows.length });
    const views = rows.map(({ number, from_version: from, state, pending, changes }) => ({
      number,
      from,
      state,
      pending,
      changes: changes.map((one) => ({ ...one, label: clockWord(row.programme, row.to_version, froms, one.rule) })),
    }));
    return ok(pageOf(views, input.limit, (one) => one.number));
  }),
  propose: within(async ({ adoptionId, version, step }, tx, call) => {
    const row = await lockAdoption(tx, adoptionId);
    if (!row) return missing(adoptionId);
    const late = stale(row, version, { step });
    if (late !== null) return fail(late);
    const may = { propose: ['looked'], drop: ['looking', 'looked', 'proposed'], again: ['approved'] }[step];
    if (!may.includes(row.status)) return closed(step, 'adoptionStep');
    // The packs may have been made anew since it was looked at: what was seen is what is decided.
    if (step === 'propose' && programmeFor(row.programme, row.county)?.version !== row.to_version) return closed(step, 'adoptionOutdated');
    await stepAdoption(tx, row, step, call.now);
    tx.audit({ action: `adoption.${step}`, ids: [row.id], county: row.county, detail: { programme: row.programme, to: row.to_version } });
    return shown(tx, row.id, call);
  }),
  decide: within(async ({ adoptionId, version, decision }, tx, call) => {
    const row = await lockAdoption(tx, adoptionId);
    if (!row) return missing(adoptionId);
    const late = stale(row, version, { decision });
    if (late !== null) return fail(late);
    if (row.status !== 'proposed') return closed('decide', 'adoptionStep');
    if (row.proposed_by === call.actor.id) return fail({ code: 'conflictOfInterest', reason: 'ownProposal' });
    await stepAdoption(tx, row, decision === 'approved' ? 'approve' : 'refuse', call.now);
    tx.audit({ action: 'adoption.decide', ids: [row.id], county: row.county, detail: { programme: row.programme, decision } });
    return shown(tx, row.id, call);
  }),
};
