// Parts of the workspace that are read from events: plan, goals, services, assessments, each with the words that belong to it.

import type { OutputOf } from '@anwang/contract';
import type { Instrument } from '@anwang/core/assessment';
import { score } from '@anwang/core/assessment';
import type { CaseEvent, Goal } from '@anwang/core/cases';
import { both } from '../../casework/words.ts';
import { shownAnswers } from './form-answers.ts';

type Workspace = OutputOf<'cases', 'one'>;
type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const ofType = <T extends CaseEvent['type']>(events: readonly CaseEvent[], type: T): Of<T>[] =>
  events.filter((event): event is Of<T> => event.type === type);

/** The events of which the workspace shows words. Those of the others (contacts, visits, notes) are shown by the timeline, and stay sealed here. */
export const wordedEvents: readonly CaseEvent['type'][] = [
  'planDrafted',
  'goalSet',
  'goalReviewed',
  'serviceRecorded',
  'assessmentCompleted',
  'assessmentNotDone',
  'collaboratorAdded',
  'openingDecided',
  'closureDecided',
  'visitPlanned',
  'visitChanged',
  'supportCalled',
  'supportTaken',
  'transferProposed',
  'transferDecided',
  'transferReturned',
  'transferWithdrawn',
  'transferAccepted',
  'moveProposed',
  'moveDecided',
  'moveReturned',
  'moveWithdrawn',
  'moveAccepted',
];

/** The plan as drafted last. */
export function planView(events: readonly CaseEvent[]): Workspace['plan'] {
  const last = ofType(events, 'planDrafted').at(-1);
  return last === undefined
    ? null
    : { summary: last.personal?.text ?? null, answers: shownAnswers(last.personal), reviewOn: last.facts.reviewOn, at: last.happenedAt };
}

/** Goals with their present wording and what was said at the last review. */
export function goalViews(events: readonly CaseEvent[], goals: readonly Goal[]): Workspace['goals'] {
  return goals.map((goal) => {
    const set = ofType(events, 'goalSet').findLast((event) => event.facts.goal === goal.id);
    const reviewed = ofType(events, 'goalReviewed').findLast((event) => event.facts.goal === goal.id);
    return {
      id: goal.id,
      need: goal.need,
      goal: set?.personal?.text ?? null,
      measureOfSuccess: set?.personal?.success ?? null,
      status: goal.status,
      dueOn: goal.dueOn,
      reviewedAt: goal.reviewedAt,
      note: reviewed?.personal?.text ?? null,
    };
  });
}

/** Services given, latest first. */
export function serviceViews(events: readonly CaseEvent[], names: ReadonlyMap<string, string>): Workspace['services'] {
  return ofType(events, 'serviceRecorded')
    .map((event) => ({
      id: event.id,
      service: event.facts.service,
      provider: event.personal?.provider ?? null,
      quantity: event.facts.amount,
      at: event.happenedAt,
      by: names.get(event.actor) ?? '',
      goalId: event.facts.goal,
      note: event.personal?.text ?? null,
    }))
    .reverse();
}

/** Assessments with answers, parts and bands in words; the parts are read again from the answers by the version they answer. */
export function assessmentViews(
  events: readonly CaseEvent[],
  names: ReadonlyMap<string, string>,
  find: (id: string, version: string) => Instrument | null,
): Workspace['assessments'] {
  return ofType(events, 'assessmentCompleted')
    .map((event): Workspace['assessments'][number] => {
      const { facts, personal } = event;
      const instrument = find(facts.instrument, facts.version);
      const read = instrument === null || personal?.answers === undefined ? null : score(instrument, personal.answers);
      const shown = facts.override ?? facts.band;
      const band = instrument?.bands.find((one) => one.id === shown);
      return {
        id: event.id,
        instrument: facts.instrument,
        label: both(instrument?.label ?? { zh: facts.instrument }),
        version: facts.version,
        moment: facts.moment,
        subjectPersonId: facts.person,
        score: facts.score,
        band: shown,
        bandLabel: band === undefined ? null : both(band.label),
        overridden: facts.override !== null,
        overrideReason: personal?.overrideReason ?? null,
        parts: read?.ok ? read.value.parts.map((part) => ({ id: part.id, label: both(part.label), score: part.score })) : [],
        triggers: facts.triggers.map((id) => ({ id, label: both(instrument?.triggers.find((one) => one.id === id)?.label ?? { zh: id }) })),
        flags: read?.ok ? read.value.flags.map((flag) => ({ id: flag.id, label: both(flag.label) })) : [],
        answers: { ...personal?.answers },
        at: event.happenedAt,
        by: names.get(event.actor) ?? '',
        note: personal?.text ?? null,
      };
    })
    .reverse();
}

/** Assessments that could not be done, latest first, with the reason in words. */
export function gapViews(
  events: readonly CaseEvent[],
  names: ReadonlyMap<string, string>,
  find: (id: string, version: string) => Instrument | null,
): Workspace['assessmentGaps'] {
  return ofType(events, 'assessmentNotDone')
    .map(({ id, facts, happenedAt, actor, personal }): Workspace['assessmentGaps'][number] => {
      const instrument = find(facts.instrument, facts.version);
      const reason = instrument?.notDone.find((one) => one.code === facts.notDone);
      return {
        id,
        instrument: facts.instrument,
        label: both(instrument?.label ?? { zh: facts.instrument }),
        moment: facts.moment,
        subjectPersonId: facts.person,
        reason: both(reason?.label ?? { zh: facts.notDone }),
        applies: facts.applies,
        at: happenedAt,
        by: names.get(actor) ?? '',
        note: personal?.text ?? null,
      };
    })
    .reverse();
}

/** What a helper was asked to do, in the words of whoever asked. */
export function dutyWords(events: readonly CaseEvent[], account: string, since: string): string | null {
  const added = ofType(events, 'collaboratorAdded').find((event) => event.facts.account === account && event.happenedAt === since);
  return added?.personal?.text ?? null;
}

/** What the supervisor said to a proposal. */
export function decisionReason(events: readonly CaseEvent[], proposal: string): string | null {
  const decided = events.find(
    (event) => (event.type === 'openingDecided' || event.type === 'closureDecided') && event.facts.proposal === proposal,
  );
  return decided?.personal?.text ?? null;
}
