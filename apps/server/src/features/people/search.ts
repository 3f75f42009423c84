// One box: what was typed is read as a name, identifier, telephone number, address or number; what is too wide is refused rather than answered in part.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { ageOn, dateIn, type PlainDate } from '@anwang/core/time';
import { readSearch } from '@anwang/people';
import { findByNumber } from '@anwang/store/intake';
import { searchPeople } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { asSex } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';
import { whyWords } from './why-words.ts';

type Found = OutputOf<'people', 'search'>;
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One page of what the viewer may see; rows out of reach do not exist, counted ones included. */
export async function search(input: InputOf<'people', 'search'>, tx: Tx, call: Call): Promise<Result<Found>> {
  const query = readSearch(input.text);
  if (query.kind === 'number') {
    const found = await findByNumber(tx, input.text, input.limit);
    return ok({
      rows: [],
      cases: found.cases.map((one) => ({
        id: one.id,
        number: one.number,
        title: one.title,
        programmeLabel: call.house.packs.programmeLabel(one.programme),
        status: one.status,
      })),
      reports: found.reports.map((one) => ({ id: one.id, number: one.number, receivedAt: one.received_at, status: one.status })),
      next: null,
      cut: false,
    });
  }
  if (query.keys.length + query.parts.length === 0 && query.identifier === null) return fail({ code: 'queryTooWide', minimum: 2 });
  const today = dateIn(call.house.time().zone, call.now);
  const page = await searchPeople(tx, query, {
    limit: input.limit,
    ...(input.county ? { county: input.county } : {}),
    ...(input.district ? { district: input.district } : {}),
    ...(input.cursor && idShape.test(input.cursor) ? { after: input.cursor } : {}),
  });
  return ok({
    rows: page.rows.map((row) => ({
      personId: row.personId,
      name: row.name,
      sex: asSex(row.sex ?? 'unknown'),
      birthDate: row.birthDate,
      birthPrecision: row.birthPrecision,
      age: row.birthDate === null ? null : ageOn(row.birthDate as PlainDate, today),
      district: row.district,
      deceased: row.deceased,
      openCases: row.openCases,
      why: row.why.map(whyWords),
    })),
    cases: [],
    reports: [],
    next: page.next,
    cut: page.cut,
  });
}
