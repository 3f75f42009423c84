// The officer confirms or rejects what the narrative proposes. Confirmed it is a fact of the report, and the triage rules read it; rejected it is none.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { extract, findings } from '@anwang/narrative';
import { lexicon } from '@anwang/packs';
import { correctReport, decideEvidence, lockReport, readReportPersons, readReportRow, readReportTexts } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { givenReport } from '../../desk/given-report.ts';
import { reassess } from '../../desk/reassess.ts';
import { asBand } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';

const withCode = (codes: readonly string[], code: string, on: boolean): string[] =>
  on ? [...new Set([...codes, code])] : codes.filter((one) => one !== code);

/** Writes the decision and draws band and clocks anew. Only what the narrative proposes can be decided. */
export async function decideFinding(
  input: InputOf<'screening', 'evidence'>,
  tx: Tx,
  call: Call,
): Promise<Result<OutputOf<'screening', 'evidence'>>> {
  const { set, code, decision } = input;
  const locked = await lockReport(tx, {
    reportId: input.reportId,
    version: input.version,
    states: ['received', 'screening', 'returned'],
    yours: { set, code, decision },
  });
  if (!locked.ok) return locked;
  const narrative = (await readReportTexts(tx, input.reportId)).get('narrative')?.text ?? '';
  const proposed = findings(extract(narrative, lexicon)).some(({ concept }) => concept.set === set && concept.code === code);
  if (!proposed) return fail({ code: 'invalidInput', fields: [{ path: 'code', reason: 'notProposed' }] });
  const row = await readReportRow(tx, input.reportId);
  if (!row) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
  const facts = givenReport(row, await readReportPersons(tx, input.reportId));
  const yes = decision === 'confirmed';
  const answer = yes ? 'yes' : 'unknown';
  await decideEvidence(tx, locked.value, { set, code }, decision, lexicon.version);
  await correctReport(tx, {
    reportId: input.reportId,
    grounds: set === 'grounds' ? withCode(facts.grounds, code, yes) : facts.grounds,
    needs: set === 'needType' ? withCode(facts.needs, code, yes) : facts.needs,
    immediateDanger: set === 'immediateDanger' ? answer : facts.immediateDanger,
    roles: [],
    childrenInHome: set === 'childrenInHome' ? answer : facts.childrenInHome,
  });
  const done = await reassess(tx, call, input.reportId, row.band_source === 'person' ? asBand(row.band) : null);
  return done.ok ? ok(done.value) : done;
}
