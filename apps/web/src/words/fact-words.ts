// The coded facts of an event in words: codes, scores, minutes and dates that mean something to a reader; ids, versions and moments stay out of sight.

import { m } from '../paraglide/messages.js';
import { formatDate, formatMoment } from './dates.ts';
import { familyFactWords, isOfFamily } from './family-facts.ts';
import { supportEndWords } from './support.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;
const hidden = new Set([
  'version',
  'instrumentVersion',
  'seq',
  'county',
  'district',
  'unit',
  'account',
  'programmeVersion',
  'packVersion',
  'reportKind',
  'about',
  // A plan is of one kind by its method, which is said.
  'kind',
  // Said together with the moment to which a plan was moved.
  'wasAt',
  // On which side of the family somebody stands follows from the role, which is said.
  'side',
]);

type Words = {
  /** Says a code, by the name of the fact where one code means several things. */
  readonly word: (code: string, name?: string) => string;
  /** The name of a person by id; undefined for ids of anything else. */
  readonly nameOf?: (id: string) => string | undefined;
};

/** Yes and no that change what the event means; others add nothing to it. */
const answers: Readonly<Record<string, (yes: boolean) => string[]>> = {
  approved: (yes) => [yes ? m.approved() : m.review_send_back()],
  applies: (yes) => [yes ? m.gap_still_owed() : m.gap_not_owed()],
  safe: (yes) => [yes ? m.fact_safe() : m.fact_not_safe()],
  on: (yes) => (yes ? [] : [m.risk_off()]),
  subjectMet: (yes) => (yes ? [] : [m.fact_subject_not_met()]),
};

function one(name: string, value: unknown, words: Words): string[] {
  if (typeof value === 'boolean') return answers[name]?.(value) ?? [];
  if (typeof value === 'number')
    return name === 'minutes'
      ? [m.fact_minutes({ n: value })]
      : name === 'score'
        ? [m.fact_score({ n: value })]
        : name === 'quantity'
          ? [String(value)]
          : [];
  if (Array.isArray(value)) return value.flatMap((each) => one(name, each, words));
  if (typeof value === 'string' && uuid.test(value)) return [words.nameOf?.(value) ?? []].flat();
  if (typeof value !== 'string' || value === '' || /^\d{4}-\d\d-\d\dT/.test(value)) return [];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return [formatDate(value)];
  // That a file is attached is said by the event.
  if (name === 'purpose' && value === 'attachment') return [];
  // Who notes a risk stands beside the event; that a rule did is news.
  if (name === 'source' && (value === 'rule' || value === 'person')) return value === 'rule' ? [m.risk_by_rule()] : [];
  return [words.word(value, name)];
}

/** Who was met, where somebody was and is named: said as one with the outcome. */
function metWords(facts: Readonly<Record<string, unknown>>, words: Words): string[] {
  const names = facts.outcome === 'met' ? one('persons', facts.persons, words) : [];
  const who = { names: names.join(m.list_mark()) };
  return names.length === 0 ? [] : [facts.faceToFace === true ? m.fact_met(who) : m.fact_reached(who)];
}

/** Who was not met at a visit, by name and where they were. */
function unmet(value: unknown, { nameOf }: Words): string[] {
  const where: Readonly<Record<string, () => string>> = { atHome: m.unmet_at_home, away: m.unmet_away, unknown: m.unmet_unknown };
  return (Array.isArray(value) ? value : []).flatMap(({ person, how }) => {
    const name = nameOf?.(String(person));
    const word = where[String(how)]?.();
    return name && word ? [`${name} ${word}`] : [];
  });
}

const planParts: Readonly<Record<string, () => string>> = {
  at: m.plan_part_at,
  method: m.plan_part_method,
  account: m.plan_part_account,
  persons: m.plan_part_persons,
  along: m.plan_part_along,
  contact: m.plan_part_contact,
  place: m.plan_part_place,
  minutes: m.plan_part_minutes,
  warnings: m.plan_part_warnings,
  safety: m.plan_part_safety,
  note: m.plan_part_note,
};

/** What of a plan was changed; what it is now stands beside it. */
function changedWords(value: unknown): string[] {
  const parts = (Array.isArray(value) ? value : []).flatMap((part) => planParts[String(part)]?.() ?? []);
  return parts.length === 0 ? [] : [m.plan_changed({ parts: parts.join(m.list_mark()) })];
}

const wasWords = (value: unknown): string[] => (typeof value === 'string' ? [m.plan_was({ time: formatMoment(value) })] : []);

/** What was seen at home: what gives concern and what was not looked at by name, what is fine by number. */
function homeWords(value: unknown, { word }: Words): string[] {
  const items: readonly { item?: unknown; seen?: unknown }[] = Array.isArray(value) ? value : [];
  const of = (seen: string) => items.filter((each) => each.seen === seen).map((each) => word(String(each.item), 'home'));
  const [concern, notLooked, fine] = [of('concern'), of('notLooked'), of('fine')];
  return [
    concern.length > 0 ? m.home_concern({ items: concern.join(m.list_mark()) }) : '',
    notLooked.length > 0 ? m.home_not_looked({ items: notLooked.join(m.list_mark()) }) : '',
    fine.length > 0 ? m.home_fine({ n: fine.length }) : '',
  ].filter(Boolean);
}

const stepWords = (value: unknown): string[] =>
  value === 'departed' ? [m.way_departed()] : value === 'arrived' ? [m.way_arrived()] : value === 'left' ? [m.way_left()] : [];

const partyWords: Readonly<Record<string, () => string>> = {
  court: m.placement_court,
  police: m.placement_police,
  guardian: m.placement_guardian,
  prosecutor: m.placement_prosecutor,
};
const askWords: Readonly<Record<string, () => string>> = {
  continue: m.placement_ask_continue,
  extend: m.placement_ask_extend,
  appeal: m.placement_ask_appeal,
};
const rulingWords: Readonly<Record<string, () => string>> = {
  granted: m.ruling_granted,
  refused: m.ruling_refused,
  revoked: m.ruling_revoked,
};

/** What is said of a child kept away from home: who was told by name of the office, never an id of the place. */
function placementWords(name: string, value: unknown, words: Words): string[] {
  if (typeof value !== 'string') return [];
  if (name.endsWith('Told') && name !== 'notTold') {
    const who = partyWords[name.slice(0, -'Told'.length)]?.();
    return who === undefined ? [] : [m.placement_told({ who, time: formatMoment(value) })];
  }
  if (name === 'party') return [partyWords[value]?.() ?? value];
  if (name === 'what') return [askWords[value]?.() ?? value];
  if (name === 'outcome') return [rulingWords[value]?.() ?? value];
  if (name === 'from') return [m.placement_from({ day: formatDate(value) })];
  if (name === 'until') return [m.placement_until({ day: formatDate(value) })];
  return one(name, value, words);
}

/** Facts as one line; empty when nothing in them is for reading. */
export function factWords(facts: Readonly<Record<string, unknown>>, word: Words['word'], nameOf?: Words['nameOf']): string {
  const words = nameOf ? { word, nameOf } : { word };
  if (isOfFamily(facts)) return familyFactWords(facts, words).join(m.clause_mark());
  const { was, role } = facts;
  const corrected = typeof was === 'string' && typeof role === 'string';
  const met = metWords(facts, words);
  return Object.entries(corrected ? { ...facts, role: null, was: null } : facts)
    .flatMap(([name, value]) => {
      if (name === 'subjectMet' && value === false && facts.faceToFace !== true) return [m.fact_subject_not_reached()];
      if (met.length > 0 && (name === 'outcome' || name === 'persons')) return name === 'outcome' ? met : [];
      if (corrected && name === 'role') return was === role ? [word(role)] : [m.fact_role_change({ was: word(was), role: word(role) })];
      // When something is planned is the news; every other moment is where the event stands.
      if (name === 'at' && typeof value === 'string' && typeof facts.plan === 'string')
        return [m.planned_for({ time: formatMoment(value) }), wasWords(facts.wasAt)].flat();
      if (name === 'changed') return changedWords(value);
      if (name === 'home') return homeWords(value, words);
      if (name === 'step') return stepWords(value);
      if (name === 'until' && facts.step !== undefined)
        return typeof value === 'string' ? [m.way_until({ time: formatMoment(value) })] : [];
      if (facts.placement !== undefined) return placementWords(name, value, words);
      if (name === 'how') return supportEndWords().flatMap((each) => (each.value === value ? [each.label] : []));
      if (name === 'others') return unmet(value, words);
      return hidden.has(name) ? [] : one(name, value, words);
    })
    .join(m.clause_mark());
}
