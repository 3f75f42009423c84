// The file of one person: nothing in it rests on a candidate alone. The person is looked at alone, which is the view in which a hidden contact may exist (house law 8).
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { ageOn, dateIn, type PlainDate } from '@anwang/core/time';
import { sentence } from '@anwang/people';
import { readOwnContacts } from '@anwang/store/intake';
import { getPerson, readFamilyGraph, standsFor } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { asSex } from '../../desk/words-of-rows.ts';
import { flagView } from '../../family/flag-view.ts';
import { asContactKind, asStatus } from '../../family/words.ts';
import type { Call } from '../../http/call.ts';
import { givenLine } from '../../people/given-line.ts';

/** Masked identifiers, contacts, flags, cases, reports and the source rows behind it. */
export async function readPersonFile(input: InputOf<'people', 'one'>, tx: Tx, call: Call): Promise<Result<OutputOf<'people', 'one'>>> {
  // Whoever was joined to another has no file of their own any more: the one of who they are now, if the reader may see it.
  const person = await getPerson(tx, (await standsFor(tx, input.personId)) ?? input.personId);
  if (person === null) return fail({ code: 'notFound', kind: 'person', id: input.personId });
  const graph = await readFamilyGraph(tx, [person.id]);
  const own = <T extends { readonly personIds: readonly string[] }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.personIds.includes(person.id));
  const contacts = await readOwnContacts(tx, person.id);
  const today = dateIn(call.house.time().zone, call.now);
  return ok({
    id: person.id,
    name: person.name,
    sex: asSex(person.sex ?? 'unknown'),
    birthDate: person.birthDate,
    birthPrecision: person.birthPrecision,
    age: person.birthDate === null ? null : ageOn(person.birthDate as PlainDate, (person.deceasedOn ?? today) as PlainDate),
    deceasedOn: person.deceasedOn,
    district: person.district,
    county: person.county,
    identifiers: person.identifiers.map((one) => ({ ...one })),
    contacts: contacts.map((one) => ({ ...one, kind: asContactKind(one.kind) })),
    flags: graph.flags.filter((flag) => flag.personId === person.id).map((flag) => flagView(call.house.packs, flag, false)),
    cases: own(graph.cases).map((one) => ({ ...one, status: asStatus(one.status), personIds: [person.id] })),
    reports: own(graph.reports).map((one) => ({ ...one, personIds: [person.id] })),
    records: person.records.map((record) => ({
      linkId: record.linkId,
      source: record.source,
      receivedAt: record.receivedAt,
      basis: record.basis,
      given: record.given === null ? null : givenLine(record.given),
      sentence: { zh: sentence(record.reasons as never, 'zh-TW'), en: sentence(record.reasons as never, 'en') },
      decidedBy: record.decidedBy,
      decidedAt: record.decidedAt,
      version: record.version,
      mayUndo: record.basis !== 'founding',
    })),
    version: person.version,
  });
}
