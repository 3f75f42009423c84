// What a notice speaks of, in words: the clock of the programme it is pinned to, a clock of the desk, or the programme alone.
import { findProgramme } from '@anwang/packs';
import type { NoticeRow } from '@anwang/store/notices';
import { ruleLabel } from '../../casework/words.ts';
import { deskClockWords } from '../../desk/clock-view.ts';
import type { Bilingual, PacksInForce } from '../../packs-in-force.ts';

/** Null where the kind says everything. */
export function aboutWords(packs: PacksInForce, row: Pick<NoticeRow, 'rule' | 'programme' | 'packVersion'>): Bilingual | null {
  const { rule, programme, packVersion } = row;
  const name = programme === null ? null : packs.programmeLabel(programme);
  if (rule === null) return name;
  const pinned = programme === null || packVersion === null ? null : findProgramme(programme, packVersion);
  const clock = pinned === null ? deskClockWords(rule) : ruleLabel(pinned, rule);
  return name === null ? clock : { zh: `${name.zh}，${clock.zh}`, en: `${name.en}, ${clock.en}` };
}
