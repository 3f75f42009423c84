// A person in one line of the steward's screen.
import type { OutputOf } from '@anwang/contract';
import type { StandingPerson } from '@anwang/store/people';
import { asSex } from '../../desk/words-of-rows.ts';

/** The line. */
export const personLine = (one: StandingPerson): OutputOf<'matching', 'previewMerge'>['kept'] => ({
  id: one.id,
  name: one.name,
  sex: asSex(one.sex ?? 'unknown'),
  birthDate: one.birthDate,
  birthPrecision: one.birthPrecision,
  district: one.district,
  version: one.version,
});
