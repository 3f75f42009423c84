// Whom does a masked name leave open? Where nothing else was told of somebody, and too many have such a name, nobody is proposed: the desk is told how many there are.
import { alikeKeys, prepareReported } from '@anwang/people';
import type { readReportPersons } from '@anwang/store/intake';
import { ALIKE_LIMIT, countAlike } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';

type Person = Awaited<ReturnType<typeof readReportPersons>>[number];
type Alike = { reportPersonId: string; n: number; more: boolean };

/** The masked names of a report for which nobody is known or proposed, each with the number of people it could be. */
export async function alikeNamed(tx: Tx, persons: readonly Person[]): Promise<Alike[]> {
  const open: Alike[] = [];
  for (const { id, given, person_id, founded, candidates } of persons) {
    if (given === null || candidates > 0 || (person_id !== null && !founded)) continue;
    const n = await countAlike(tx, alikeKeys(prepareReported(given)), person_id);
    if (n > 0) open.push({ reportPersonId: id, n, more: n >= ALIKE_LIMIT });
  }
  return open;
}
