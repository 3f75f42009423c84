// What the desk keeps of a decision for those who read it later: the suggestion of the rules and why a unit was chosen, in the shapes in which the product writes them.
import type { OutputOf } from '@anwang/contract';
import type { Label } from '@anwang/core/lang';
import { proposeRoute, reviewNeed } from '@anwang/core/screening';
import { instantFromMs, taipei } from '@anwang/core/time';
import type { SynthReport } from '@anwang/synth';
import type { ReportContext } from './report-context.ts';

type SuggestionView = OutputOf<'screening', 'report'>['suggestion'];
type RouteView = NonNullable<SuggestionView['lines'][number]['route']>;

const bilingual = (label: Label) => ({ zh: label.zh, en: label.en ?? label.zh });

/** Why this unit: by the routes of the county, whose units carried nothing yet when the demo begins. */
export const routeOf = ({ org }: ReportContext, programme: string, district: string | null): RouteView | null => {
  const route = proposeRoute(
    org.routes.map((one, at) => ({
      id: `${at}`,
      programme: one.programme,
      district: one.district,
      unit: one.unit.id,
      priority: 100,
      active: true,
    })),
    org.units.map((unit) => ({ unit: unit.id, name: { zh: unit.zh, en: unit.en }, openCases: 0, capacity: unit.capacity, active: true })),
    programme,
    district,
  );
  if (route === null) return null;
  return {
    unitId: route.unit,
    unitName: route.name.zh,
    routeId: null,
    district: route.district,
    priority: route.priority,
    openCases: route.openCases,
    capacity: route.capacity,
    reasons: route.reasons.map((reason) => ({ code: reason.code, label: bilingual(reason.label) })),
    alternatives: [],
  };
};

/** What the rules had suggested when the officer decided. */
export const suggestionOf = (report: SynthReport, context: ReportContext, atMs: number): SuggestionView => {
  const { desk, programmes } = context.rules;
  const { ruleVersion, rules, outcome, band, urgency, lines } = report.suggestion;
  const need = reviewNeed(
    desk,
    {
      outcome,
      band,
      programmes: lines.map((line) => line.programme),
      grades: lines.flatMap((line) => line.grade ?? []),
      differs: false,
      otherCounty: false,
      priorReports: report.priorReports,
    },
    { now: instantFromMs(atMs), zone: taipei },
  );
  return {
    ruleVersion,
    rules: rules.map((rule) => ({ code: rule.id, label: bilingual(rule.label), basis: rule.basis })),
    outcome,
    band,
    urgency,
    lines: lines.map((line) => ({
      programme: line.programme,
      programmeLabel: bilingual(programmes.get(line.programme)?.label ?? { zh: line.programme }),
      urgency: line.urgency,
      grade: line.grade,
      route: routeOf(context, line.programme, report.district),
    })),
    reviewRequired: need.required,
    reviewRule: { code: need.rule.code, label: bilingual(need.rule.label) },
  };
};
