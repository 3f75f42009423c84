// Opens one sensitive flag with a reason; the opening is on record with the person it speaks of.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { keepReason } from '@anwang/store/audit';
import { readReportPersons, readReportRow } from '@anwang/store/intake';
import { readFamilyGraph } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { flagView } from '../../family/flag-view.ts';
import type { Call } from '../../http/call.ts';

/** Only while the report is undecided, and only a flag of the family around it. */
export async function openFlag(
  input: InputOf<'screening', 'openFlag'>,
  tx: Tx,
  call: Call,
): Promise<Result<OutputOf<'screening', 'openFlag'>>> {
  const report = await readReportRow(tx, input.reportId);
  if (!report || report.status === 'dispatched' || report.status === 'closedAtDesk')
    return fail({ code: 'notFound', kind: 'report', id: input.reportId });
  const linked = [...new Set((await readReportPersons(tx, report.id)).flatMap((person) => person.person_id ?? []))];
  const graph = linked.length > 0 ? await readFamilyGraph(tx, linked) : null;
  const flag = graph?.flags.find((one) => one.id === input.flagId);
  if (!flag) return fail({ code: 'notFound', kind: 'flag', id: input.flagId });
  const reason = await keepReason(tx, { subjectId: flag.personId, county: report.county, action: 'flag.open', text: input.reason });
  tx.audit({
    action: 'flag.open',
    ids: [report.id, flag.id],
    personIds: [flag.personId],
    county: report.county,
    detail: { sensitivity: flag.sensitivity, reason },
  });
  return ok(flagView(call.house.packs, flag, true));
}
