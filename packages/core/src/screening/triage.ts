// What do the rules propose for a report? Band, urgency, programmes, what to do at once, and which rules say so. Never a score; a person decides.

import type { Label } from '../lang/label.ts';
import { evaluate, type RuleContext } from '../rules/evaluate.ts';
import { type Because, explainOutcome, type Wording } from '../rules/explain.ts';
import { references } from '../rules/references.ts';
import { bands, type Desk, type DeskOutcome, type ProposedLine, type RiskBand, type TriageRule, type Urgency } from './desk.ts';
import { factsOfReport, type ReportFacts, reportFactLabels } from './report-facts.ts';

/** A rule that took part, and the facts that made it hold, in both languages. */
export type FiredRule = {
  readonly id: string;
  readonly label: Label;
  readonly basis: string;
  readonly because: { readonly zh: readonly Because[]; readonly en: readonly Because[] };
};

/** A programme proposed for the report, by the rule that proposed it first. */
export type SuggestedLine = {
  readonly programme: string;
  readonly urgency: Urgency;
  readonly grade: 'L1' | 'L2' | null;
  readonly class: 'C1' | 'C2' | 'C3' | null;
  readonly rule: string;
};

/** What triage proposes. `open` names facts that are unknown and would matter: what is still to be asked. */
export type Suggestion = {
  readonly ruleVersion: string;
  readonly rules: readonly FiredRule[];
  readonly outcome: DeskOutcome;
  readonly band: RiskBand;
  readonly urgency: Urgency;
  readonly lines: readonly SuggestedLine[];
  readonly acts: readonly Label[];
  readonly open: readonly string[];
};

const urgencies: readonly Urgency[] = ['immediate', 'urgent', 'ordinary'];
const outcomes: readonly DeskOutcome[] = ['accept', 'informationOnly', 'notAccepted'];

/** The first of `order` that occurs in `found`; the last one if none does. */
function strongest<T>(order: readonly T[], found: readonly T[]): T {
  const first = order.find((value) => found.includes(value)) ?? order.at(-1);
  if (first === undefined) throw new Error('an empty order has no strongest value');
  return first;
}

function mergeLines(fired: readonly TriageRule[]): SuggestedLine[] {
  const byProgramme = new Map<string, SuggestedLine>();
  for (const rule of fired) {
    for (const line of rule.lines) {
      const known = byProgramme.get(line.programme);
      byProgramme.set(line.programme, known === undefined ? asLine(line, rule) : merge(known, asLine(line, rule)));
    }
  }
  return [...byProgramme.values()];
}

function asLine(line: ProposedLine, rule: TriageRule): SuggestedLine {
  return { programme: line.programme, urgency: rule.urgency, grade: line.grade ?? null, class: line.class ?? null, rule: rule.id };
}

/** Of two proposals for one programme the more urgent counts; grade L1 wins over L2, the first class named stays. */
function merge(a: SuggestedLine, b: SuggestedLine): SuggestedLine {
  const grade = a.grade === 'L1' || b.grade === 'L1' ? 'L1' : (a.grade ?? b.grade);
  return { ...a, urgency: strongest(urgencies, [a.urgency, b.urgency]), grade, class: a.class ?? b.class };
}

/** The wording of triage facts; `values` gives words for the codes of grounds, needs and flags. */
export function triageWording(values: Wording['values'] = {}): Wording {
  return { facts: reportFactLabels, values };
}

/**
 * Reads the desk's triage rules over a report.
 * @param wording words for codes, so that explanations speak of grounds by name.
 */
export function triage(desk: Desk, report: ReportFacts, context: RuleContext, wording: Wording = triageWording()): Suggestion {
  const facts = factsOfReport(report);
  const fired: TriageRule[] = [];
  const open = new Set<string>();
  for (const rule of desk.triage) {
    const truth = evaluate(rule.when, facts, context);
    if (truth === 'unknown' && (rule.askIf === undefined || evaluate(rule.askIf, facts, context) === true))
      for (const name of references(rule.when)) if ((facts[name] ?? null) === null) open.add(name);
    if (truth !== true) continue;
    fired.push(rule);
    if (rule.final === true) break;
  }
  // What holds of every report (無其他規則適用) is a reason only where there is no other.
  const telling = fired.filter((rule) => references(rule.when).length > 0);
  const because = (rule: TriageRule, language: 'zh' | 'en') => explainOutcome(rule.when, facts, context, wording, language);
  return {
    ruleVersion: desk.version,
    rules: (telling.length > 0 ? telling : fired).map((rule) => ({
      id: rule.id,
      label: rule.label,
      basis: rule.basis.text,
      because: { zh: because(rule, 'zh'), en: because(rule, 'en') },
    })),
    outcome: strongest(
      outcomes,
      fired.map((rule) => rule.outcome),
    ),
    band: strongest(
      bands,
      fired.map((rule) => rule.band),
    ),
    urgency: strongest(
      urgencies,
      fired.map((rule) => rule.urgency),
    ),
    lines: mergeLines(fired),
    acts: fired.flatMap((rule) => (rule.act === undefined ? [] : [rule.act])),
    open: [...open],
  };
}
