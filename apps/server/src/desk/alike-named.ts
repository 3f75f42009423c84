// Whom does a name leave open? Where little else was told of somebody and too many bear the name, those who cannot be told apart are not proposed: the desk is told how many there are.
import { alikeKeys, isNamedInPart, prepareReported } from '@anwang/people';
import type { readReportPersons } from '@anwang/store/intake';
import { ALIKE_LIMIT, countAlike } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';

type Person = Awaited<ReturnType<typeof readReportPersons>>[number];
type Alike = { reportPersonId: string; masked: boolean; n: number; more: boolean; shown: number };

/** The names of a report that more people bear than are proposed, each with the number of people it could be. Whoever is known, or told of by number or birth, is not asked for. */
export async function alikeNamed(tx: Tx, persons: readonly Person[]): Promise<Alike[]> {
  const open: Alike[] = [];
  for (const { id, given, person_id, founded, candidates } of persons) {
    if (given === null || (person_id !== null && !founded)) continue;
    const prepared = prepareReported(given);
    const masked = isNamedInPart(prepared);
    if (masked ? candidates > 0 : prepared.birth !== null || prepared.identifier !== null) continue;
    const n = await countAlike(tx, alikeKeys(prepared), person_id);
    if (n > candidates) open.push({ reportPersonId: id, masked, n, more: n >= ALIKE_LIMIT, shown: candidates });
  }
  return open;
}
