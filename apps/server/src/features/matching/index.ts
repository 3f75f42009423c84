// Doubtful pairs: listed, confirmed, rejected, undone. A person decides; what rests on a link follows it there and back.
import { ok } from '@anwang/core/lang';
import { listCandidates } from '@anwang/store/people';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { candidateView } from '../../people/candidate-view.ts';
import { decideLink } from './decide-link.ts';

const cursorShape = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)~([0-9a-f-]{36})$/;

export const matching: Handlers<'matching'> = {
  candidates: within(async (input, tx) => {
    const [, createdAt, linkId] = cursorShape.exec(input.cursor ?? '') ?? [];
    const rows = await listCandidates(tx, {
      limit: input.limit,
      ...(input.reportId ? { reportId: input.reportId } : {}),
      ...(createdAt && linkId ? { after: { createdAt, linkId } } : {}),
    });
    const last = rows.at(-1);
    return ok({
      rows: rows.map((row) => ({
        ...candidateView(row),
        county: row.county,
        reportId: row.reportId,
        reportNumber: row.reportNumber,
        createdAt: row.createdAt,
      })),
      next: rows.length === input.limit && last ? `${last.createdAt}~${last.linkId}` : null,
    });
  }),
  confirm: within((input, tx, call) => decideLink(tx, call, 'confirm', input)),
  reject: within((input, tx, call) => decideLink(tx, call, 'reject', input)),
  undo: within((input, tx, call) => decideLink(tx, call, 'undo', input)),
};
