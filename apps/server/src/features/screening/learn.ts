// The reporter is called back and says one fact more. It is kept beside what was reported, with who said it; triage reads the report again, and the person is matched
// again in the same request, once the fact is in.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { CONTACT_FACTS, withLearned } from '@anwang/core/screening';
import { dateIn, type PlainDate } from '@anwang/core/time';
import { addLearned, lockReport, readReportPersons, readReportRow } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { readFact } from '../../desk/fact-value.ts';
import { learnedKey, matchWithLearned } from '../../desk/match-learned.ts';
import { reassess } from '../../desk/reassess.ts';
import { asBand } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';
import { insideFirst } from '../../http/within.ts';

type Input = InputOf<'screening', 'learn'>;
type Output = OutputOf<'screening', 'learn'>;

const wrong = (path: string, reason: string) => fail({ code: 'invalidInput' as const, fields: [{ path, reason }] });

/** Writes the fact, then matches; a failure of the matching is told, and the job that was asked for does it again. */
export const learn = insideFirst(async (input: Input, call: Call): Promise<Result<Output>> => {
  let learned: string | null = null;
  const result = await call.within(async (tx) => {
    const done = await write(input, tx, call);
    if (done.ok) learned = done.value.factId;
    return done;
  });
  if (result.ok && learned !== null)
    await matchWithLearned(call.house, learned, call.route).catch((error: unknown) => call.house.tell('intake.learned', error));
  return result;
});

async function write(input: Input, tx: Tx, call: Call): Promise<Result<Output>> {
  const today: PlainDate = dateIn(call.house.time().zone, call.now);
  const read = readFact(input.kind, input.value, today);
  if (!read.ok) return wrong('value', read.reason);
  if (input.hidden && !CONTACT_FACTS.has(input.kind)) return wrong('hidden', 'notAllowed');
  if (input.saidAt !== null && input.saidAt > call.now) return wrong('saidAt', 'future');
  const { kind, saidBy, hidden } = input;
  const locked = await lockReport(tx, {
    reportId: input.reportId,
    version: input.version,
    states: ['received', 'screening', 'returned'],
    yours: { kind, saidBy, hidden },
  });
  if (!locked.ok) return locked;
  const persons = await readReportPersons(tx, input.reportId);
  const person = persons.find((one) => one.id === input.reportPersonId);
  if (person === undefined || person.given === null) return fail({ code: 'notFound', kind: 'person', id: input.reportPersonId });
  const now = withLearned(person.given, [{ kind, value: read.value, hidden }]);
  if (JSON.stringify(now) === JSON.stringify(person.given)) return wrong('value', 'asBefore');
  const factId = await addLearned(tx, {
    reportId: input.reportId,
    reportPersonId: person.id,
    recordId: person.record_id,
    subjectId: person.subject_id,
    county: locked.value.county,
    kind,
    value: read.value,
    hidden,
    saidBy,
    saidAt: input.saidAt ?? call.now,
    at: call.now,
  });
  await tx.enqueue('intake.learned', { factId }, { key: learnedKey(factId), at: new Date(Date.parse(call.now) + 30_000).toISOString() });
  const report = await readReportRow(tx, input.reportId);
  const done = await reassess(tx, call, input.reportId, report?.band_source === 'person' ? asBand(report.band) : null);
  if (!done.ok) return done;
  const { suggestion: _seenAnew, ...answer } = done.value;
  return ok({ factId, ...answer });
}
