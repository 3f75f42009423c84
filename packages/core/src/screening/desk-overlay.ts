// What may a county change about its desk? Tighten a limit, add a triage rule that raises, add a rule of second review; nothing can be taken away.

import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import { isTighterOrEqual } from '../programs/tighter.ts';
import { checkCondition } from '../rules/check.ts';
import type { Limit } from '../time/deadline.ts';
import { bands, type Desk, type DeskLimitId, type ReviewRule, type TriageRule } from './desk.ts';
import { reportFactKinds } from './report-facts.ts';
import { proposalFactKinds } from './review.ts';

/** One change to the desk. */
export type DeskChange =
  | { readonly kind: 'tightenLimit'; readonly limit: DeskLimitId; readonly to: Limit }
  | { readonly kind: 'addTriageRule'; readonly rule: TriageRule }
  | { readonly kind: 'addReviewRule'; readonly rule: ReviewRule };

/** A county's changes to the desk. */
export type DeskOverlay = { readonly county: string; readonly version: string; readonly changes: readonly DeskChange[] };

/** The desk with a county's changes. Added triage rules are read first and never end the reading, so that they can only raise. */
export function applyDeskOverlay(desk: Desk, overlay: DeskOverlay): Result<Desk, Problem> {
  let current: Desk = { ...desk, overlays: [...desk.overlays, { county: overlay.county, version: overlay.version }] };
  for (const change of overlay.changes) {
    const refuse = (reason: string, loosens = false): Result<Desk, Problem> =>
      fail({ code: loosens ? 'overlayLoosens' : 'overlayInvalid', programme: 'central-desk', change: change.kind, reason });
    if (change.kind === 'tightenLimit') {
      const old = current.limits[change.limit];
      if (!isTighterOrEqual(change.to, old.limit)) return refuse(`${change.limit} would become longer`, true);
      current = { ...current, limits: { ...current.limits, [change.limit]: { ...old, limit: change.to } } };
    } else if (change.kind === 'addTriageRule') {
      if (current.triage.some((rule) => rule.id === change.rule.id)) return refuse(`rule ${change.rule.id} exists already`);
      if (change.rule.final === true || change.rule.outcome !== 'accept') return refuse('a county rule may only raise', true);
      current = { ...current, triage: [{ ...change.rule, county: overlay.county }, ...current.triage] };
    } else {
      if (current.review.some((rule) => rule.id === change.rule.id)) return refuse(`rule ${change.rule.id} exists already`);
      current = { ...current, review: [...current.review, { ...change.rule, county: overlay.county }] };
    }
  }
  return ok(current);
}

/** Everything wrong with a desk: ids twice, conditions on unknown facts, bands not slower than the worse one, limits without a due instant. */
export function checkDesk(desk: Desk, programmes: readonly string[]): string[] {
  const faults: string[] = [];
  const ids = [...desk.triage, ...desk.review].map((rule) => rule.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`rule ${id} stands twice`);
  for (const rule of desk.triage) {
    faults.push(...checkCondition(rule.when, reportFactKinds, rule.id).map((fault) => `${fault.path}: ${fault.reason}`));
    if (rule.askIf !== undefined)
      faults.push(...checkCondition(rule.askIf, reportFactKinds, `${rule.id} askIf`).map((fault) => `${fault.path}: ${fault.reason}`));
    for (const line of rule.lines) if (!programmes.includes(line.programme)) faults.push(`${rule.id}: no programme ${line.programme}`);
    if (rule.outcome === 'accept' && rule.lines.length === 0) faults.push(`${rule.id}: accepts into no programme`);
  }
  for (const rule of desk.review)
    faults.push(...checkCondition(rule.when, proposalFactKinds, rule.id).map((fault) => `${fault.path}: ${fault.reason}`));
  const last = desk.triage.at(-1);
  if (last === undefined || !('all' in last.when) || last.when.all.length > 0) faults.push('the last triage rule must always hold');
  const hours = bands.map((band) => desk.limits[`triage-${band}`].limit);
  for (const [index, limit] of hours.entries()) {
    if (limit.kind !== 'hours' || limit.amount === null) faults.push(`triage-${bands[index]}: not in hours`);
    const worse = hours[index - 1];
    if (worse !== undefined && !isTighterOrEqual(worse, limit)) faults.push(`triage-${bands[index]}: shorter than the worse band`);
  }
  for (const [id, { limit }] of Object.entries(desk.limits))
    if (limit.amount === null || limit.kind === 'times' || limit.kind === 'hoursOfCourse') faults.push(`${id}: no due instant`);
  return faults;
}
