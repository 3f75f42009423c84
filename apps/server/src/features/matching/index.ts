// Doubtful pairs and who is who: listed, confirmed, rejected, undone; two persons joined, one parted; each decision can be taken back. A person decides.
import { ok } from '@anwang/core/lang';
import { listCandidates } from '@anwang/store/people';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { candidateView } from '../../people/candidate-view.ts';
import { decideLink } from './decide-link.ts';
import { decisions, takeBackDecision } from './decisions.ts';
import { merge, previewMerge } from './merge.ts';
import { previewSplit, split } from './split.ts';

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
  confirm: within((input, tx, call) => decideLink(tx, call.now, 'confirm', input)),
  reject: within((input, tx, call) => decideLink(tx, call.now, 'reject', input)),
  undo: within((input, tx, call) => decideLink(tx, call.now, 'undo', input)),
  previewMerge: within((input, tx) => previewMerge(tx, input)),
  merge: within((input, tx, call) => merge(tx, call.now, input)),
  previewSplit: within((input, tx) => previewSplit(tx, input)),
  split: within((input, tx, call) => split(tx, call.now, input)),
  decisions: within(decisions),
  takeBack: within((input, tx, call) => takeBackDecision(tx, call.now, input)),
};
