// Is the reported person somebody we know? A link is made without a person only if a valid, non-placeholder number matches and name or birth
// date is compatible (house.md, Links between people). All else is a candidate for a person to confirm or reject, or somebody new.

import type { Evidence } from './evidence.ts';
import type { IndexedPerson } from './indexed-person.ts';
import { isMasked, isNamedInPart } from './lookup-keys.ts';
import type { PreparedPerson } from './prepare.ts';
import { scorerOf } from './score.ts';

export type Likelihood = 'strong' | 'possible' | 'weak';

export interface Candidate {
  readonly personId: string;
  /** Bits of evidence, for ordering; never shown as a probability. */
  readonly weight: number;
  readonly likelihood: Likelihood;
  readonly evidence: readonly Evidence[];
}

export type MatchDecision =
  | { readonly kind: 'link'; readonly personId: string; readonly weight: number; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'candidates'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'new' }
  /** Too little is known to look anybody up: no name that can be read, no number, no telephone; or a masked name, or a part of one, alone that many people have. */
  | { readonly kind: 'unidentifiable' };

/** Bits from which a candidate is called strong, possible or weak; below the last nobody is bothered with it. */
export const LIKELIHOOD_BITS = { strong: 18, possible: 11, weak: 6 } as const;
/** A screen holds no more, and a person reads no more. */
export const MAX_CANDIDATES = 10;
/** Of those of whom only a masked name (陳○明) or a part of one (Walis, 怡君), sex and district agree, no more than these are worth a look (decisions 0073 and 0076). */
export const MAX_BY_MASKED_NAME = 3;

const COMMON: ReadonlySet<Evidence['about']> = new Set(['name', 'sex', 'district']);

/** Whether anything that few people share speaks for the person. */
const corroborated = (evidence: readonly Evidence[]): boolean => evidence.some(({ about, bits }) => bits > 0 && !COMMON.has(about));

/** The first of a list in order of weight, as far as there is room; who weighs the same is taken together or not at all: ten of thirty alike would be ten by chance (decision 0083). */
const untied = (list: readonly Candidate[], room: number): readonly Candidate[] => {
  const beyond = list[Math.max(0, room)]?.weight;
  return beyond === undefined ? list : list.filter(({ weight }) => weight > beyond);
};

const agreesInPart = (evidence: readonly Evidence[]): boolean => evidence.some(({ about, level }) => about === 'name' && level === 'part');

const likelihoodOf = (weight: number): Likelihood | null =>
  weight >= LIKELIHOOD_BITS.strong
    ? 'strong'
    : weight >= LIKELIHOOD_BITS.possible
      ? 'possible'
      : weight >= LIKELIHOOD_BITS.weak
        ? 'weak'
        : null;

/** Whether the number and one more fact carry the link on their own. */
const certain = (query: PreparedPerson, person: IndexedPerson, evidence: readonly Evidence[]): boolean =>
  query.identifier?.valid === true &&
  person.identifier === 'same' &&
  evidence.some((e) => (e.about === 'name' || e.about === 'birthDate') && e.compatible) &&
  !evidence.some((e) => e.conflict);

const tellsMore = ({ identifier, birth, phones, addresses }: PreparedPerson): boolean =>
  identifier !== null || birth !== null || phones.length > 0 || addresses.length > 0;

/**
 * Decides what to do with a reported person.
 * @param candidates those whom the lookup keys found; may be empty
 */
export const decideMatch = (query: PreparedPerson, candidates: readonly IndexedPerson[]): MatchDecision => {
  if (!query.identifiable) return { kind: 'unidentifiable' };
  const score = scorerOf(query);
  const scored = candidates
    .map((person) => ({ person, ...score(person) }))
    .sort((a, b) => b.weight - a.weight || (a.person.id < b.person.id ? -1 : 1));
  const sure = scored.filter(({ person, evidence }) => certain(query, person, evidence));
  const [only] = sure;
  // Two people with one number is a fault in the data: a person has to look at it.
  if (only !== undefined && sure.length === 1)
    return { kind: 'link', personId: only.person.id, weight: only.weight, evidence: only.evidence };
  const alike = scored.flatMap(({ person, weight, evidence }) => {
    const likelihood = person.identifier === 'same' ? 'strong' : likelihoodOf(weight);
    return likelihood === null ? [] : [{ personId: person.id, weight, likelihood, evidence }];
  });
  const supported = alike.filter((one) => corroborated(one.evidence)).slice(0, MAX_CANDIDATES);
  const open = alike.filter((one) => !corroborated(one.evidence));
  const inPart = (one: Candidate) => isMasked(query) || agreesInPart(one.evidence);
  const whole = open.filter((one) => !inPart(one));
  const named = untied(whole, MAX_CANDIDATES - supported.length);
  const parts = open.filter(inPart);
  const partly = untied(parts, Math.min(MAX_BY_MASKED_NAME, MAX_CANDIDATES - supported.length - named.length));
  const kept = alike.filter((one) => supported.includes(one) || named.includes(one) || partly.includes(one));
  // Somebody new is founded on what was told of them; a name that may be that of many people is not enough for it.
  const leftOpen = named.length < whole.length || (isNamedInPart(query) && partly.length < parts.length);
  if (kept.length === 0 && leftOpen && !tellsMore(query)) return { kind: 'unidentifiable' };
  return kept.length === 0 ? { kind: 'new' } : { kind: 'candidates', candidates: kept };
};
