// Takes in one report, whoever gives it: place and codes checked, band by the rules, filed, then matched at once in a session of the matcher.
import type { OutputOf } from '@anwang/contract';
import type { DeskReportInput } from '@anwang/contract/shapes';
import { fail, ok, type Result } from '@anwang/core/lang';
import { deskDue, triage } from '@anwang/core/screening';
import { dateIn } from '@anwang/core/time';
import { type FiledReport, fileReport, type NewReport, receiptCode } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { factsOf, unmatched } from '../../desk/report-facts.ts';
import type { Call, KeptForm } from '../../http/call.ts';
import { unknownCodes } from './check-codes.ts';
import { daysToCome } from './check-days.ts';

export type Taken = { readonly filed: FiledReport; readonly band: NewReport['band']; readonly deskDue: NewReport['deskDue'] };

/** Files the report in the caller's transaction. A job is asked for in the same transaction that matches it, should the process end before it did so itself. */
export async function takeReport(tx: Tx, call: Call, input: DeskReportInput): Promise<Result<Taken>> {
  const { house } = call;
  const wrong = [...unknownCodes(house.packs, input), ...daysToCome(input, dateIn(house.time().zone, call.now))];
  if (wrong.length > 0) return fail({ code: 'invalidInput', fields: wrong });
  const [place, district] = await Promise.all([
    tx.selectFrom('org.county').select(['id', 'demo']).where('id', '=', input.county).executeTakeFirst(),
    tx
      .selectFrom('org.district')
      .select('id')
      .where('id', '=', input.district ?? '')
      .where('county', '=', input.county)
      .executeTakeFirst(),
  ]);
  if (!place) return fail({ code: 'invalidInput', fields: [{ path: 'county', reason: 'notAllowed' }] });
  if (input.district !== null && !district) return fail({ code: 'invalidInput', fields: [{ path: 'district', reason: 'notAllowed' }] });
  const desk = house.packs.desk(input.county);
  const facts = factsOf({ ...input, receivedAt: call.now, tipvda: tipvdaOf(input.answers) }, unmatched);
  const suggestion = triage(desk, facts, { now: call.now, zone: house.time().zone });
  const due = deskDue(desk, call.now, suggestion.band, house.time());
  const filed = await fileReport(
    tx,
    {
      ...input,
      mandatory: house.packs.isMandatory(input.reporterKind),
      receivedAt: call.now,
      answers: { ...input.answers, immediateDanger: input.immediateDanger, childrenInHome: input.childrenInHome },
      band: suggestion.band,
      bandReasons: suggestion.rules.map((rule) => rule.id),
      triageDue: due.triageDue,
      deskDue: due.deskDue,
      packVersion: desk.version,
      demo: place.demo,
      createdBy: call.session ? call.actor.id : null,
      persons: input.persons.map((person) => ({
        ...person,
        phones: person.phones.flatMap((phone) => phone ?? []),
        addresses: person.addresses.flatMap((address) => address ?? []),
      })),
    },
    codeOf(call),
  );
  await tx.enqueue(
    'intake.match',
    { reportId: filed.id },
    { key: `match:${filed.id}`, at: new Date(Date.parse(call.now) + 30_000).toISOString() },
  );
  return ok({ filed, band: suggestion.band, deskDue: due.deskDue });
}

/** TIPVDA as answered on the report form, when it was. */
function tipvdaOf(answers: Readonly<Record<string, unknown>>): { score: number | null; lethal: number | null } {
  const { tipvdaScore, tipvdaLethalItems } = answers;
  return {
    score: typeof tipvdaScore === 'number' ? tipvdaScore : null,
    lethal: typeof tipvdaLethalItems === 'number' ? tipvdaLethalItems : null,
  };
}

/** The receipt code of this write: the same again when the write is repeated, so that no answer with a code need be kept. */
const codeOf = (call: Call): string => receiptCode(call.house.derive(`receipt ${call.writeName}`));

/** How the answer to a report is kept for repetitions: without the code. */
export const withoutCode = <T extends { code: string }>(call: Call): KeptForm<T, Omit<T, 'code'>> => ({
  keep: ({ code: _never, ...rest }) => rest,
  restore: (kept) => ({ ...kept, code: codeOf(call) }) as T,
});

/** What the reporter is handed. */
export function receiptOf(taken: Taken): OutputOf<'intake', 'report'> {
  return { receipt: taken.filed.receipt, receivedAt: taken.filed.receivedAt, handledBy: taken.deskDue, code: taken.filed.code };
}
