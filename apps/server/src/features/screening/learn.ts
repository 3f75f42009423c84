// The reporter is called back and says one fact more, or a fact was taken down wrongly. It is kept beside what was reported, with who said it; triage reads the report
// again, and the person is matched again in the same request, once what changed is in.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { CONTACT_FACTS, withLearned } from '@anwang/core/screening';
import { dateIn, type PlainDate } from '@anwang/core/time';
import { addLearned, lockReport, readReportPersons, readReportRow, takeFactBack } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { readFact } from '../../desk/fact-value.ts';
import { learnedKey, matchWithLearned } from '../../desk/match-learned.ts';
import { reassess } from '../../desk/reassess.ts';
import { asBand } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';
import { insideFirst } from '../../http/within.ts';

type Input = InputOf<'screening', 'learn'>;
type Output = OutputOf<'screening', 'learn'>;
type BackInput = InputOf<'screening', 'unlearn'>;
type BackOutput = OutputOf<'screening', 'unlearn'>;

const wrong = (path: string, reason: string) => fail({ code: 'invalidInput' as const, fields: [{ path, reason }] });
const openStates = ['received', 'screening', 'returned'];

/** Writes, then matches by each fact that changed; a failure of the matching is told, and the job that was asked for does it again. */
const thenMatch = async <T>(call: Call, write: (tx: Tx, changed: string[]) => Promise<Result<T>>): Promise<Result<T>> => {
  let changed: string[] = [];
  const result = await call.within((tx) => {
    changed = [];
    return write(tx, changed);
  });
  if (result.ok)
    for (const factId of changed)
      await matchWithLearned(call.house, factId, call.route).catch((error: unknown) => call.house.tell('intake.learned', error));
  return result;
};

/** A fact that was learned; it may take the place of one that was taken down wrongly. */
export const learn = insideFirst(
  (input: Input, call: Call): Promise<Result<Output>> => thenMatch(call, (tx, changed) => write(input, tx, call, changed)),
);

/** A fact is taken back. */
export const unlearn = insideFirst(
  (input: BackInput, call: Call): Promise<Result<BackOutput>> =>
    thenMatch(call, async (tx, changed) => {
      const { reportId, factId, version, why } = input;
      const locked = await lockReport(tx, { reportId, version, states: openStates, yours: { why } });
      if (!locked.ok) return locked;
      if (!(await takeFactBack(tx, { factId, reportId, county: locked.value.county, why, at: call.now })))
        return fail({ code: 'notFound', kind: 'fact', id: factId });
      await matchSoon(tx, call, factId, changed);
      return readAnew(tx, call, reportId);
    }),
);

/** The job stands by, should the process end before it matches. */
async function matchSoon(tx: Tx, call: Call, factId: string, changed: string[]): Promise<void> {
  changed.push(factId);
  await tx.enqueue('intake.learned', { factId }, { key: learnedKey(factId), at: new Date(Date.parse(call.now) + 30_000).toISOString() });
}

/** The rules read the report again with what is known now. */
async function readAnew(tx: Tx, call: Call, reportId: string): Promise<Result<BackOutput>> {
  const report = await readReportRow(tx, reportId);
  const done = await reassess(tx, call, reportId, report?.band_source === 'person' ? asBand(report.band) : null);
  if (!done.ok) return done;
  const { suggestion: _seenAnew, ...answer } = done.value;
  return ok(answer);
}

async function write(input: Input, tx: Tx, call: Call, changed: string[]): Promise<Result<Output>> {
  const today: PlainDate = dateIn(call.house.time().zone, call.now);
  const read = readFact(input.kind, input.value, today);
  if (!read.ok) return wrong('value', read.reason);
  if (input.hidden && !CONTACT_FACTS.has(input.kind)) return wrong('hidden', 'notAllowed');
  if (input.saidAt !== null && input.saidAt > call.now) return wrong('saidAt', 'future');
  const { kind, saidBy, hidden, reportId, insteadOf } = input;
  const locked = await lockReport(tx, { reportId, version: input.version, states: openStates, yours: { kind, saidBy, hidden } });
  if (!locked.ok) return locked;
  const persons = await readReportPersons(tx, reportId);
  const person = persons.find((one) => one.id === input.reportPersonId);
  if (person === undefined || person.given === null || person.reported === null)
    return fail({ code: 'notFound', kind: 'person', id: input.reportPersonId });
  const old = person.learned.find((one) => one.id === insteadOf?.factId && !one.takenBack);
  if (insteadOf !== null && old === undefined) return fail({ code: 'notFound', kind: 'fact', id: insteadOf.factId });
  if (old !== undefined && old.kind !== kind) return wrong('kind', 'notAllowed');
  if (old !== undefined && old.value === read.value && old.hidden === hidden) return wrong('value', 'asBefore');
  const before = withLearned(
    person.reported,
    person.learned.map((one) => (one.id === old?.id ? { ...one, takenBack: true } : one)),
  );
  const fact = { kind, value: read.value, hidden, takenBack: false };
  if (JSON.stringify(withLearned(before, [fact])) === JSON.stringify(before)) return wrong('value', 'asBefore');
  if (insteadOf !== null) {
    await takeFactBack(tx, { ...insteadOf, reportId, county: locked.value.county, at: call.now });
    await matchSoon(tx, call, insteadOf.factId, changed);
  }
  const factId = await addLearned(tx, {
    reportId,
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
  await matchSoon(tx, call, factId, changed);
  const anew = await readAnew(tx, call, reportId);
  return anew.ok ? ok({ factId, ...anew.value }) : anew;
}
