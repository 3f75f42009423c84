// The log: who saw or did what, to whom, for which purpose; and how far it is sealed.
import { ok } from '@anwang/core/lang';
import { numbersOf, readReasons, readVerification } from '@anwang/store/audit';
import { auditState, listAudit } from '@anwang/store/intake';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { find } from './find.ts';

/** How many things of one row are named by their numbers. */
const namedOfRow = 5;
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of the reason that was typed, if there was one. */
function reasonOf(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null || !('reason' in detail)) return null;
  return typeof detail.reason === 'string' && idShape.test(detail.reason) ? detail.reason : null;
}

/** What the row says besides ids: its codes, as `name: code`. */
function codesOf(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return null;
  const codes = Object.entries(detail).flatMap(([name, value]) =>
    !name.endsWith('Digest') &&
    !(name === 'reason' && idShape.test(String(value))) &&
    ['string', 'number', 'boolean'].includes(typeof value)
      ? [`${name}: ${value}`]
      : [],
  );
  return codes.length === 0 ? null : codes.join(', ');
}

export const audit: Handlers<'audit'> = {
  find: within(find),
  list: within(async (input, tx) => {
    const thing = input.caseId ?? input.reportId;
    const before = Number(input.cursor);
    const { rows, next } = await listAudit(tx, {
      limit: input.limit,
      ...(input.actorId ? { actorId: input.actorId } : {}),
      ...(input.personId ? { personId: input.personId } : {}),
      ...(thing ? { thingId: thing } : {}),
      ...(input.route ? { route: input.route } : {}),
      ...(input.action ? { action: input.action } : {}),
      ...(input.from ? { from: input.from } : {}),
      ...(input.to ? { to: input.to } : {}),
      ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
    });
    const reasons = await readReasons(
      tx,
      rows.flatMap((row) => reasonOf(row.detail) ?? []),
    );
    // Only the first few of a row are shown by name; a list of hundreds is a count.
    const named = await numbersOf(
      tx,
      rows.flatMap((row) => row.ids.slice(0, namedOfRow)),
    );
    return ok({
      next: next === null ? null : String(next),
      rows: rows.map((row) => ({
        id: String(row.id),
        at: row.at,
        actorId: row.actor_id,
        actorName: row.name,
        role: row.title,
        purpose: row.purpose,
        route: row.route,
        action: row.action,
        basis: codesOf(row.detail),
        resultCount: row.row_count,
        objects: [
          ...row.person_ids.map((id) => ({ kind: 'person', id, number: null })),
          ...row.ids.map((id) => ({ kind: named.get(id)?.kind ?? 'thing', id, number: named.get(id)?.number ?? null })),
        ],
        reason: row.reason ?? reasons.get(reasonOf(row.detail) ?? '') ?? null,
        breakGlass: row.break_glass_id !== null,
        sealed: row.sealed,
      })),
    });
  }),
  state: within(async (_input, tx) => {
    const state = await auditState(tx);
    const { findings, past, ...verified } = await readVerification(tx);
    const told = (found: typeof findings) => found.map((one) => ({ code: one.code, block: 'block' in one ? one.block : null }));
    return ok({
      ...state,
      unsealed: Math.max(0, state.rows - state.sealed),
      ...verified,
      findings: told(findings),
      past: past.map((one) => ({ at: one.at, findings: told(one.findings) })),
    });
  }),
  verify: within(async (_input, tx) => {
    await tx.enqueue('audit.verifyAll', {}, { key: 'audit.verifyAll' });
    tx.audit({ action: 'audit.verify', detail: { asked: true } });
    return ok({ asked: true });
  }),
};
