// A reported person as the desk sees it. Contacts that the reporter said must stay hidden are not part of a view that also shows the other side (house law 8).
import type { OutputOf } from '@anwang/contract';
import type { DataClass } from '@anwang/core/access';
import { CONTACT_FACTS, isAbout } from '@anwang/core/screening';
import type { readReportPersons } from '@anwang/store/intake';
import { givenDay } from './given-day.ts';
import { asBackReason, asPersonRole, asSaidBy, asSex } from './words-of-rows.ts';

type Person = Awaited<ReturnType<typeof readReportPersons>>[number];
type View = OutputOf<'screening', 'report'>['persons'][number];

const saysOtherwise = ({ given, reported }: Person): boolean =>
  given !== null && reported !== null && (given.name !== reported.name || given.birthDate !== reported.birthDate);

/** What is shown of a number: enough to tell it from another. */
const maskedNumber = (value: string): string => (value.length < 8 ? '***' : `${value.slice(0, 3)}****${value.slice(7)}`);

/** The facts that this viewer sees: hidden contacts are not counted either. */
const learnedView = ({ learned }: Person, classes: readonly DataClass[], contactsHidden: boolean): View['learned'] =>
  learned
    .filter(({ kind }) =>
      kind === 'nationalId' ? classes.includes('identifier') : CONTACT_FACTS.has(kind) ? !contactsHidden : classes.includes('personal'),
    )
    .map(({ recordId: _of, takenBack: _so, back, saidBy, kind, value, ...fact }) => ({
      ...fact,
      takenBack: back === null ? null : { ...back, why: asBackReason(back.why) },
      kind,
      saidBy: asSaidBy(saidBy),
      value: kind === 'nationalId' ? maskedNumber(value) : value,
    }));

/**
 * The view of one person beside all others of the report.
 * @param classes of data the viewer sees (core/access): one sealed row holds facts of several, so they are parted here
 */
export function personView(person: Person, all: readonly Person[], classes: readonly DataClass[]): View {
  const { given } = person;
  const personal = classes.includes('personal');
  const hidden =
    !classes.includes('contact') ||
    ((given?.contactsHidden ?? false) && all.some((other) => other.role === 'respondent' && other.id !== person.id));
  // Whoever lives with somebody whose address is hidden tells where that is.
  const homeHidden = all.some((one) => one.role === 'respondent') && all.some((one) => isAbout(one.role) && one.given?.contactsHidden);
  return {
    id: person.id,
    role: asPersonRole(person.role),
    name: personal ? (given?.name ?? null) : null,
    sex: asSex(personal ? (given?.sex ?? 'unknown') : 'unknown'),
    birthDate: personal ? givenDay(given?.birthDate ?? null) : null,
    birthYear: personal && /^\d{4}$/.test(given?.birthDate ?? '') ? Number(given?.birthDate) : null,
    ageApproximate: given?.ageApproximate ?? null,
    identifierGiven: classes.includes('identifier') && given?.nationalId != null,
    phones: hidden ? [] : [...(given?.phones ?? [])],
    addresses: hidden ? [] : [...(given?.addresses ?? [])],
    relationToSubject: person.relation_to_subject,
    livesWithSubject: personal && !homeHidden ? person.lives : null,
    whereabouts: hidden ? null : person.whereabouts,
    school: hidden ? null : (given?.school ?? null),
    contactsHidden: given?.contactsHidden ?? false,
    asReported:
      personal && saysOtherwise(person)
        ? { name: person.reported?.name ?? null, birthDate: givenDay(person.reported?.birthDate ?? null) }
        : null,
    learned: learnedView(person, classes, hidden),
    personId: person.person_id,
    match:
      person.person_id !== null && !person.founded
        ? 'confirmed'
        : person.candidates > 0
          ? 'candidates'
          : // Nobody was founded on what is told of them, so nothing was looked up either: that is not the same as "not known before".
            person.person_id === null
            ? 'unidentifiable'
            : 'new',
  };
}
