// A doubtful pair in words: what was given, whom it may be, why.
import type { OutputOf } from '@anwang/contract';
import { type Evidence, LIKELIHOOD_BITS, sentence, wordsOf } from '@anwang/people';
import type { CandidateRow } from '@anwang/store/people';
import { asSex } from '../desk/words-of-rows.ts';
import { givenLine } from './given-line.ts';

type View = OutputOf<'screening', 'family'>['candidates'][number];
type Reason = Pick<Evidence, 'about' | 'level' | 'bits'>;

/** The view of one candidate. */
export function candidateView(row: CandidateRow): View {
  const reasons = row.reasons as readonly Reason[];
  return {
    linkId: row.linkId,
    reportPersonId: row.reportPersonId,
    personId: row.person.id,
    weight: row.weight,
    likelihood: row.weight >= LIKELIHOOD_BITS.strong ? 'strong' : row.weight >= LIKELIHOOD_BITS.possible ? 'possible' : 'weak',
    reasons: reasons.map((reason) => ({ code: `${reason.about}.${reason.level}`, label: wordsOf(reason), weight: reason.bits })),
    later: row.later,
    sentence: { zh: sentence(reasons, 'zh-TW'), en: sentence(reasons, 'en') },
    given: givenLine(row.given),
    person: {
      name: row.person.name,
      sex: asSex(row.person.sex ?? 'unknown'),
      birthDate: row.person.birthDate,
      birthPrecision: row.person.birthPrecision,
      district: row.person.district,
    },
    version: row.version,
  };
}
