// Before somebody new is added to a case: who of the people whom the asker sees may be them. Looked up under the asker's own rights, so that nothing is told that a
// search would not tell.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { decideMatch, lookupOf, prepareReported, sentence } from '@anwang/people';
import { findCase } from '@anwang/store/casework';
import { findPeople } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { asSex } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';
import { reportedOf } from './newcomer.ts';

/** People like the one that is given, the likeliest first. */
export async function alike(
  { caseId, given }: InputOf<'cases', 'alike'>,
  tx: Tx,
  _call: Call,
): Promise<Result<OutputOf<'cases', 'alike'>>> {
  const row = await findCase(tx, caseId);
  if (row === undefined) return fail({ code: 'notFound', kind: 'case', id: caseId });
  const prepared = prepareReported({ ...reportedOf(given), district: row.district });
  const [found = []] = await findPeople(tx, [lookupOf(prepared)]);
  const decision = decideMatch(prepared, found);
  const kept = decision.kind === 'link' ? [decision] : decision.kind === 'candidates' ? decision.candidates : [];
  const people = new Map(found.map((person) => [person.id, person]));
  tx.audit({ action: 'person.search', personIds: kept.map((one) => one.personId), ids: [caseId], county: row.county, count: kept.length });
  return ok({
    rows: kept.flatMap((one) => {
      const person = people.get(one.personId);
      if (person === undefined) return [];
      return {
        personId: person.id,
        name: person.name,
        sex: asSex(person.sex ?? 'unknown'),
        birthDate: person.birthDate,
        birthPrecision: person.birthPrecision,
        sentence: { zh: sentence(one.evidence, 'zh-TW'), en: sentence(one.evidence, 'en') },
      };
    }),
  });
}
