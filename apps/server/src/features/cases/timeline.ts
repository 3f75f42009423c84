// What happened in a case, newest first: coded facts for all who may read events, the words only where the viewer sees narrative.

import type { OutputOf } from '@anwang/contract';
import type { CaseEvent, PersonalPart } from '@anwang/core/cases';
import { caseActions, factsTold, isCaseActionId, timeline } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import { both } from '../../casework/words.ts';
import { shownAnswers } from './form-answers.ts';

type Entry = OutputOf<'cases', 'timeline'>['rows'][number];

/** The free text of an event; assessments speak by their scores, not by their answers. */
function wordsOf(personal: PersonalPart | null): string | null {
  if (personal === null) return null;
  const { text, success, provider, place, safety, why, letter, overrideReason } = personal;
  const parts = [letter, why, text, success, provider, place, safety, overrideReason].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join('\n');
}

/** What was answered to the form of an act. */
const answersOf = (type: string, personal: PersonalPart | null): Entry['answers'] =>
  type === 'assessmentCompleted' ? {} : shownAnswers(personal);

/** A change restates the whole plan; the timeline tells what is new. */
function whatIsNew(event: CaseEvent): {
  readonly facts: CaseEvent['facts'] | Record<string, unknown>;
  readonly personal: PersonalPart | null;
} {
  if (event.type === 'transferProposed') {
    // Where they live now is in no view that may include the other side (house law 8).
    const { place: _place, ...words } = event.personal ?? {};
    return { facts: event.facts, personal: event.personal === null ? null : words };
  }
  if (event.type === 'familyStated' && event.facts.about === 'home') return { facts: factsTold(event), personal: null };
  if (event.type === 'statementAdopted') return { facts: { from: event.facts.from, to: event.facts.to }, personal: null };
  if (event.type !== 'visitChanged') return event;
  const { changed, plan, wasAt } = event.facts;
  const isNew = (part: string): boolean => changed.some((one) => one === part);
  const facts = Object.fromEntries(Object.entries(event.facts).filter(([part]) => isNew(part)));
  const { why, text, place, safety } = event.personal ?? {};
  const words = Object.entries({ note: text, place, safety }).filter(([part, said]) => said !== undefined && isNew(part));
  const { note, ...others } = Object.fromEntries(words);
  const personal = { ...others, ...(why === undefined ? {} : { why }), ...(note === undefined ? {} : { text: note }) };
  return { facts: { plan, changed, ...facts, wasAt }, personal: event.personal === null ? null : personal };
}

/** Of which accounts and units an event speaks, beside its author: who was assigned, who helps, to whom something went. */
export function spokenOf(event: CaseEvent): { readonly accounts: readonly string[]; readonly units: readonly string[] } {
  const named = (accounts: readonly (string | null)[], units: readonly (string | null)[] = []) => ({
    accounts: accounts.filter((id) => id !== null),
    units: units.filter((id) => id !== null),
  });
  switch (event.type) {
    case 'workerAssigned':
      return named([event.facts.worker]);
    case 'leadHandedOver':
      return named([event.facts.to]);
    case 'collaboratorAdded':
    case 'collaboratorEnded':
    case 'shareGranted':
      return named([event.facts.account], [event.facts.unit]);
    case 'visitPlanned':
      // Whoever planned it is its author already.
      return named([event.facts.account === event.actor ? null : event.facts.account, ...event.facts.along]);
    case 'visitChanged':
      return named([
        ...(event.facts.changed.includes('account') ? [event.facts.account] : []),
        ...(event.facts.changed.includes('along') ? event.facts.along : []),
      ]);
    case 'transferAccepted':
      return named([], [event.facts.unit]);
    case 'moveProposed':
    case 'moveAccepted':
      return named([], [event.facts.unit]);
    case 'referralSent':
      return named([], [event.facts.unit]);
    default:
      return named([]);
  }
}

/** Whose act an event tells of: whoever wrote it, but for the dispatch, which is written when the case is accepted. */
export const authorOf = (event: CaseEvent): string => (event.type === 'caseDispatched' ? (event.facts.sentBy ?? event.actor) : event.actor);

/**
 * Of a plan it is not said which contact it names: what the contact says is looked up by whoever may, and what was hidden since is not there.
 * Who sent the case stands as its author.
 */
function shownFacts(facts: object): Record<string, unknown> {
  const { contact: _contact, sentBy: _sentBy, ...shown }: Record<string, unknown> = { ...facts };
  return shown;
}

/** Of which other county each event speaks: where the family goes, or from where the case came. */
export function countiesOf(events: readonly CaseEvent[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const asked = new Map<string, string | null>();
  for (const event of events) {
    if (event.type === 'transferProposed') asked.set(event.facts.transfer, event.facts.county);
    const { facts } = event;
    const county = event.type === 'caseTakenOver' ? event.facts.county : 'transfer' in facts ? asked.get(facts.transfer ?? '') : null;
    if (county != null) found.set(event.id, county);
  }
  return found;
}

type NameOf = (kind: 'account' | 'unit', id: string) => string | null;
type CountyName = (id: string) => Entry['county'];

/** What the programme itself calls the act of an event: 核定成案, 擬定家庭處遇計畫. */
const ownLabel = ({ actions }: Programme, type: CaseEvent['type']) =>
  actions.find(({ id, label }) => label !== undefined && isCaseActionId(id) && caseActions[id].event === type)?.label;

/** Entries of the timeline with the names of their authors and of those they speak of. */
export function timelineView(programme: Programme, events: readonly CaseEvent[], nameOf: NameOf, countyName: CountyName): Entry[] {
  const spoken = new Map(events.map((event) => [event.id, spokenOf(event)]));
  const whom = (id: string): string[] => {
    const { accounts = [], units = [] } = spoken.get(id) ?? {};
    return [...accounts.map((one) => nameOf('account', one)), ...units.map((one) => nameOf('unit', one))].filter((name) => name !== null);
  };
  const authors = new Map(events.map((event) => [event.id, authorOf(event)]));
  const counties = countiesOf(events);
  const countyOf = (id: string) => {
    const county = counties.get(id);
    return county === undefined ? null : countyName(county);
  };
  const news = new Map(events.map((event) => [event.id, whatIsNew(event)]));
  return timeline(events).map((entry) => ({
    id: entry.event,
    seq: entry.seq,
    type: entry.type,
    label: both(ownLabel(programme, entry.type) ?? entry.label),
    at: entry.happenedAt,
    recordedAt: entry.recordedAt,
    by: nameOf('account', authors.get(entry.event) ?? entry.actor) ?? '系統',
    facts: shownFacts(news.get(entry.event)?.facts ?? entry.facts),
    whom: whom(entry.event),
    county: countyOf(entry.event),
    text: wordsOf(news.get(entry.event)?.personal ?? null),
    answers: answersOf(entry.type, news.get(entry.event)?.personal ?? null),
    sealed: false,
  }));
}
