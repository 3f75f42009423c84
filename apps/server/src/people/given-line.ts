// Whom a source row names, in one line: name, sex and day of birth as they came.
import type { ReportedPerson } from '@anwang/people';
import { givenDay } from '../desk/given-day.ts';
import { asSex } from '../desk/words-of-rows.ts';

/** @param sealed the opened content of the row; null where there is none any more */
export function givenLine(sealed: string | null) {
  const given = sealed === null ? null : (JSON.parse(sealed) as Partial<ReportedPerson>);
  return { name: given?.name ?? null, sex: asSex(given?.sex ?? 'unknown'), birthDate: givenDay(given?.birthDate ?? null) };
}
