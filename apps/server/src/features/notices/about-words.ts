// What a notice speaks of, in words: the other county or unit, the clock of the programme it is pinned to, a clock of the desk, or the programme alone.
import { findProgramme } from '@anwang/packs';
import type { NoticeRow } from '@anwang/store/notices';
import { ruleLabel } from '../../casework/words.ts';
import { deskClockWords } from '../../desk/clock-view.ts';
import type { Bilingual, PacksInForce } from '../../packs-in-force.ts';

const together = (parts: readonly (Bilingual | null)[]): Bilingual | null => {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : { zh: said.map((part) => part.zh).join('，'), en: said.map((part) => part.en).join(', ') };
};

/** Null where the kind says everything. `other`: the other county or unit, of what goes between two. */
export function aboutWords(
  packs: PacksInForce,
  row: Pick<NoticeRow, 'rule' | 'programme' | 'packVersion'>,
  other: Bilingual | null = null,
): Bilingual | null {
  const { rule, programme, packVersion } = row;
  const name = programme === null ? null : packs.programmeLabel(programme);
  const pinned = programme === null || packVersion === null ? null : findProgramme(programme, packVersion);
  const clock = rule === null ? null : pinned === null ? deskClockWords(rule) : ruleLabel(pinned, rule);
  return together([other, name, clock]);
}
