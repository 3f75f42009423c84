// What do the answers to an instrument come to? Score, parts, band, flags and triggers; an answer "unknown" is not zero, it leaves the item open.

import { type Answers, isUnknown } from '../forms/answers.ts';
import type { Label } from '../lang/label.ts';
import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import type { Fact, Facts } from '../rules/condition.ts';
import { holds, type RuleContext } from '../rules/evaluate.ts';
import { instantFromMs } from '../time/instant.ts';
import { taipei } from '../time/zone.ts';
import type { Instrument, Item } from './instrument.ts';

/** A result. `score` and `band` are null while required items are open (and the instrument does not count them as zero). */
export type ScoreResult = {
  readonly instrument: string;
  readonly version: string;
  readonly score: number | null;
  readonly highest: number;
  readonly parts: readonly { readonly id: string; readonly label: Label; readonly score: number }[];
  readonly band: string | null;
  readonly bandLabel: Label | null;
  readonly flags: readonly { readonly id: string; readonly label: Label }[];
  readonly triggers: readonly { readonly id: string; readonly label: Label; readonly risk: string | null }[];
  /** Items without an answer, or answered "unknown". */
  readonly open: readonly string[];
  readonly complete: boolean;
};

/** An override of the band by the rater. */
export type Override = { readonly band: string; readonly reason: string };

// Conditions of instruments never ask for time; the context is fixed so that a score depends on answers alone.
const timeless: RuleContext = { now: instantFromMs(0), zone: taipei };

function highestPoints(item: Item): number {
  if (item.kind === 'number') return item.max ?? 0;
  return item.options.reduce((most, option) => Math.max(most, option.points), 0);
}

type Read = { points: number | null; answer: Fact; fault: string | null };

function readItem(item: Item, answers: Answers): Read {
  const answer = answers[item.id];
  if (answer === undefined || isUnknown(answer) || answer === '') return { points: null, answer: null, fault: null };
  if (item.kind === 'number') {
    const inRange =
      typeof answer === 'number' &&
      Number.isInteger(answer) &&
      answer >= (item.min ?? 0) &&
      answer <= (item.max ?? Number.MAX_SAFE_INTEGER);
    return inRange ? { points: answer, answer, fault: null } : { points: null, answer: null, fault: 'wrongKind' };
  }
  const codes: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  const wrongKind = (item.kind === 'one' && codes.length !== 1) || codes.some((code) => typeof code !== 'string');
  if (wrongKind) return { points: null, answer: null, fault: 'wrongKind' };
  const chosen = item.options.filter((option) => codes.includes(option.code));
  if (chosen.length !== new Set(codes).size) return { points: null, answer: null, fault: 'notAnOption' };
  // A protective answer is worth less than nothing.
  const points = chosen.length === 0 ? 0 : Math.max(...chosen.map((option) => option.points));
  return { points, answer: item.kind === 'one' ? String(codes[0]) : (codes as string[]), fault: null };
}

/**
 * Scores the answers.
 * @returns `answersInvalid` when an answer is not one the item offers, or names no item.
 */
export function score(instrument: Instrument, answers: Answers): Result<ScoreResult, Problem> {
  const faults: { path: string; reason: string }[] = [];
  for (const name of Object.keys(answers))
    if (!instrument.items.some((item) => item.id === name)) faults.push({ path: name, reason: 'noSuchField' });
  const facts: Record<string, Fact> = {};
  const parts = new Map(instrument.parts.map((part) => [part.id, 0]));
  const open: string[] = [];
  let total = 0;
  for (const item of instrument.items) {
    const read = readItem(item, answers);
    if (read.fault !== null) faults.push({ path: item.id, reason: read.fault });
    if (read.points === null) {
      if (item.required) open.push(item.id);
    } else if (item.counts) {
      total += read.points;
      parts.set(item.part, (parts.get(item.part) ?? 0) + read.points);
    }
    facts[`points.${item.id}`] = read.points ?? (instrument.missing === 'zero' ? 0 : null);
    facts[`answer.${item.id}`] = read.answer;
  }
  if (faults.length > 0) return fail({ code: 'answersInvalid', fields: faults });
  const complete = open.length === 0;
  const counted = complete || instrument.missing === 'zero';
  facts.score = counted ? total : null;
  for (const [id, points] of parts) facts[`part.${id}`] = points;
  return ok(read(instrument, facts, { total: counted ? total : null, parts, open, complete }));
}

function read(
  instrument: Instrument,
  facts: Facts,
  sums: { total: number | null; parts: ReadonlyMap<string, number>; open: string[]; complete: boolean },
): ScoreResult {
  // A band of worse weight may hold although items are open (one danger is enough); a harmless band needs all answers.
  const band = instrument.bands.find((candidate) => holds(candidate.when, facts, timeless)) ?? null;
  return {
    instrument: instrument.id,
    version: instrument.version,
    score: sums.total,
    highest: instrument.items.filter((item) => item.counts).reduce((sum, item) => sum + highestPoints(item), 0),
    parts: instrument.parts.map((part) => ({ id: part.id, label: part.label, score: sums.parts.get(part.id) ?? 0 })),
    band: band?.id ?? null,
    bandLabel: band?.label ?? null,
    flags: instrument.flags.filter((flag) => holds(flag.when, facts, timeless)).map(({ id, label }) => ({ id, label })),
    triggers: instrument.triggers
      .filter((one) => holds(one.when, facts, timeless))
      .map(({ id, label, risk }) => ({ id, label, risk: risk ?? null })),
    open: sums.open,
    complete: sums.complete,
  };
}

/** Whether a rater may override the band this way: to a band the instrument allows, other than the computed one, with a reason. */
export function overrideFault(
  instrument: Instrument,
  result: ScoreResult,
  override: Override,
): 'notAllowed' | 'sameBand' | 'reasonNeeded' | null {
  if (!instrument.overrideTo.includes(override.band)) return 'notAllowed';
  if (override.band === result.band) return 'sameBand';
  return override.reason.trim() === '' ? 'reasonNeeded' : null;
}

/** By how much a measure has fallen between two scores of the same version, as a share of the first; null when it cannot be said. */
export function changeRate(pre: number | null, post: number | null): number | null {
  return pre === null || post === null || pre <= 0 ? null : (pre - post) / pre;
}
