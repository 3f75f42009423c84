// House law 8: victim and offender never meet in the data. When may a hidden contact (address, phone, shelter, school, workplace) be shown,
// and when may an account work on a case? 家暴法 14-I-12, 21 and 50-1; 性侵法 15; 兒少權法 69; separation of staff as in practice (L29).

import type { PersonId } from '../lang/ids.ts';

/** A contact of a victim that is kept from some people. */
export type HiddenContact = { readonly person: PersonId; readonly hidden: boolean; readonly hiddenFrom: readonly PersonId[] };

/** What the actor holds and what the view shows. */
export type View = {
  /** Every person the view speaks of: subjects, members, kin, hits of a list. */
  readonly persons: readonly PersonId[];
  /** Persons who are the subject (victim side) of a case the actor works on, or whom a desk role looks at alone. */
  readonly victimSide: readonly PersonId[];
  /**
   * Persons who are the subject of any case the actor holds, or stand on the offender side in one whose subject is not the victim in question:
   * that an offender is named in the victim's own case does not bar the victim's worker, it bars views that show the offender (`persons`).
   */
  readonly offenderSide: readonly PersonId[];
};

/**
 * Whether a contact exists for this view. A hidden one exists only for an actor who reaches the victim through the victim's side,
 * who holds no case of someone it is hidden from, and only in a view without any of them.
 */
export function contactVisible(contact: HiddenContact, view: View): boolean {
  if (!contact.hidden) return true;
  if (!view.victimSide.includes(contact.person)) return false;
  return !contact.hiddenFrom.some((person) => view.persons.includes(person) || view.offenderSide.includes(person));
}

/** Why somebody may not keep a contact of `person` from others, or null when it may be done. */
export type ShieldRefusal = 'samePerson' | 'otherSide' | 'notVictimSide';

/**
 * Who may keep a contact from somebody, and lift that again: whoever stands on the victim's side, or the desk that looks at the person alone;
 * never an actor who serves one of those it is kept from. `desk`: a wide reach over exactly this person.
 */
export function shieldRefusal(
  person: PersonId,
  from: readonly PersonId[],
  sides: Pick<View, 'victimSide' | 'offenderSide'> & { readonly desk: boolean },
): ShieldRefusal | null {
  if (from.includes(person)) return 'samePerson';
  if (from.some((one) => sides.offenderSide.includes(one))) return 'otherSide';
  return sides.victimSide.includes(person) || sides.desk ? null : 'notVictimSide';
}

/** A case as far as the separation of sides is concerned. */
export type Sides = { readonly victims: readonly PersonId[]; readonly offenders: readonly PersonId[] };

/**
 * Whether one worker would hold both sides: the new case has as victim someone whose counterpart the worker serves, or the reverse.
 * @param apart pairs (victim, person it is hidden from), from hidden contacts and protection orders.
 */
export function holdsBothSides(held: readonly Sides[], candidate: Sides, apart: readonly { victim: PersonId; from: PersonId }[]): boolean {
  const victims = new Set(held.flatMap((sides) => sides.victims));
  // A case of the offender (treatment, or a case whose subject is that person) puts the worker on the other side; being named in a victim's case does not.
  return apart.some(
    ({ victim, from }) =>
      (candidate.victims.includes(victim) && (victims.has(from) || served(held, from))) ||
      ((candidate.victims.includes(from) || served([candidate], from)) && victims.has(victim)),
  );
}

/** Whether a person is served as offender: stands on the offender side of a case that has no victim of its own (an offender's case). */
function served(cases: readonly Sides[], person: PersonId): boolean {
  return cases.some((sides) => sides.victims.length === 0 && sides.offenders.includes(person));
}
