// The suggestion of the rules for one report, as the screen shows it: programmes with their route, band, urgency, and whether a second person is needed.
import type { OutputOf } from '@anwang/contract';
import { routeExplanation, suggestion } from '@anwang/contract/shapes';
import {
  proposeRoute,
  type RouteProposal,
  type RouteRow,
  reviewNeed,
  type Suggestion,
  triage,
  triageWording,
  type UnitLoad,
} from '@anwang/core/screening';
import type { House } from '../house.ts';
import { bilingual } from '../packs-in-force.ts';
import { factsOf, type GivenReport, type Matched } from './report-facts.ts';

export type SuggestionView = OutputOf<'screening', 'report'>['suggestion'];
export type RouteView = NonNullable<SuggestionView['lines'][number]['route']>;
export type Routing = { readonly routes: readonly RouteRow[]; readonly loads: readonly UnitLoad[] };
export type Suggested = { readonly core: Suggestion; readonly view: SuggestionView };

/** A case that another county hands over goes on in its programme, whatever the rules make of the little that is coded of it. */
function goingOn(house: House, { goesOn }: GivenReport, core: Suggestion): Suggestion {
  if (goesOn == null || !house.packs.hasProgramme(goesOn.programme)) return core;
  const line = core.lines.find((one) => one.programme === goesOn.programme);
  return {
    ...core,
    outcome: 'accept',
    band: goesOn.band,
    lines: [line ?? { programme: goesOn.programme, urgency: core.urgency, grade: null, class: null, rule: 'transfer' }],
  };
}

/** Reads the desk's rules over a report of a county; routes are proposed from the county's table. */
export function suggest(
  house: House,
  county: string,
  district: string | null,
  report: GivenReport,
  matched: Matched,
  routing: Routing,
): Suggested {
  const desk = house.packs.desk(county);
  const context = { now: house.now(), zone: house.time().zone };
  const core = goingOn(house, report, triage(desk, factsOf(report, matched), context, triageWording(house.packs.wordsOfCodes())));
  const need = reviewNeed(
    desk,
    {
      outcome: core.outcome,
      band: core.band,
      programmes: core.lines.map((line) => line.programme),
      grades: core.lines.flatMap((line) => line.grade ?? []),
      differs: false,
      otherCounty: matched.otherCounty,
      priorReports: matched.priorReports,
    },
    context,
  );
  const view: SuggestionView = {
    ruleVersion: core.ruleVersion,
    rules: core.rules.map((rule) => ({ code: rule.id, label: bilingual(rule.label), basis: rule.basis })),
    outcome: core.outcome,
    band: core.band,
    urgency: core.urgency,
    lines: core.lines.map((line) => ({
      programme: line.programme,
      programmeLabel: house.packs.programmeLabel(line.programme),
      urgency: line.urgency,
      grade: line.grade,
      route: routeView(proposeRoute(routing.routes, routing.loads, line.programme, district)),
    })),
    reviewRequired: need.required,
    reviewRule: { code: need.rule.code, label: bilingual(need.rule.label) },
  };
  return { core, view };
}

/** A route proposal in the words of the contract. */
export function routeView(route: RouteProposal | null): RouteView | null {
  if (route === null) return null;
  return {
    unitId: route.unit,
    unitName: route.name.zh,
    routeId: route.route,
    district: route.district,
    priority: route.priority,
    openCases: route.openCases,
    capacity: route.capacity,
    reasons: route.reasons.map((reason) => ({ code: reason.code, label: bilingual(reason.label) })),
    alternatives: route.alternatives.map((other) => ({
      unitId: other.unit,
      unitName: other.name.zh,
      openCases: other.openCases,
      capacity: other.capacity,
      priority: other.priority,
    })),
  };
}

/** A kept explanation as the contract has it. One in another shape (of an older version, of an import) explains nothing; it must not break the page. */
export function asRoute(kept: unknown): RouteView | null {
  return routeExplanation.safeParse(kept).data ?? null;
}

/** The same for a kept suggestion of the rules. */
export function asSuggestion(kept: unknown): SuggestionView | null {
  return suggestion.safeParse(kept).data ?? null;
}
