// Opens the identity of the reporter: the vault checks the grant for this very report and puts the opening on record before it answers.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { readReportRow } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { openReporter } from '@anwang/store/vault';

type Opened = OutputOf<'screening', 'openReporter'>;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Nulls all through where the reporter said nothing about himself. */
export async function openReporterOf(input: InputOf<'screening', 'openReporter'>, tx: Tx): Promise<Result<Opened>> {
  const report = await readReportRow(tx, input.reportId);
  if (!report) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
  if (input.reason.length < 5) return fail({ code: 'invalidInput', fields: [{ path: 'reason', reason: 'minLength:5' }] });
  const [held] = await openReporter(tx, report.id, input.reason);
  return ok({
    name: text(held?.name),
    phone: text(held?.phone),
    email: text(held?.email),
    organisation: text(held?.organisation),
    relation: text(held?.relation),
  });
}
