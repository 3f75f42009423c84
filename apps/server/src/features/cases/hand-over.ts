// A transfer as the other county's desk gets it: the summary, who moves, what there is to heed, and its own clocks. Where somebody is on the other side of the
// case, the new address is asked to be kept from them there too (house law 8).

import type { Member, Transfer } from '@anwang/core/cases';
import { ageOn, dateIn } from '@anwang/core/time';
import { transferReasons } from '@anwang/packs';
import { type HandedPerson, type HandOver, personFacts, readEventsAndNames } from '@anwang/store/casework';
import { newId, nextReportNumber } from '@anwang/store/intake';
import { wordOf } from '../../casework/handed-case.ts';
import { handOnTo } from '../../desk/hand-on.ts';
import { handedPart } from '../../desk/handed-view.ts';
import type { Ground } from './command.ts';
import { handedOf } from './handed-of.ts';

type Personal = { readonly text?: string; readonly place?: string; readonly phone?: string; readonly safety?: string };

/** Roles of a case as a report knows them. */
const roleOf: Readonly<Record<string, string>> = {
  subject: 'subject',
  victim: 'victim',
  respondent: 'respondent',
  caregiver: 'caregiver',
  member: 'familyMember',
  collateral: 'witness',
};

async function peopleOf(
  { tx, state, programme, call, context }: Ground,
  transfer: Transfer,
  { place, phone }: Personal,
): Promise<HandedPerson[]> {
  const members = state.members.filter((one) => one.until === null && transfer.persons.includes(one.person));
  const today = dateIn(context.zone, call.now);
  const facts = new Map(
    (
      await personFacts(
        tx,
        members.map((one) => one.person),
      )
    ).map((one) => [one.person, one]),
  );
  const across = programme.side === 'offender' ? 'victim' : 'offender';
  const apart = across === 'offender' && state.members.some((one) => one.until === null && one.side === across);
  const given = (member: Member) => {
    const known = facts.get(member.person);
    const other = member.side === across;
    return {
      name: known?.name ?? null,
      sex: known?.sex ?? null,
      nationalId: null,
      birthDate: known?.birthPrecision === 'day' ? known.birthDate : null,
      // What is not known to the day goes as an age.
      ageApproximate:
        known === undefined || known.birthDate === null || known.birthPrecision === 'day' ? null : ageOn(known.birthDate, today),
      phones: other || phone === undefined ? [] : [phone],
      addresses: other || place === undefined ? [] : [place],
      school: null,
      contactsHidden: apart && !other,
    };
  };
  return members.map((member) => ({
    person: member.person,
    role: roleOf[member.role] ?? 'other',
    relation: member.relation,
    given: given(member),
  }));
}

/** What goes to the other county when the transfer is approved; the number is taken, nothing else is written. */
export async function handOverOf(ground: Ground, transfer: Transfer, county: string): Promise<HandOver> {
  const { tx, call, held, state } = ground;
  const { events } = await readEventsAndNames(tx, held.id, ['transferProposed', 'goalSet', 'planDrafted']);
  const asked: Personal = events.findLast((event) => event.type === 'transferProposed')?.personal ?? {};
  const handed = await handedOf(ground, events, {
    asked: { reason: wordOf(transferReasons.entries, transfer.reason), since: transfer.since, safety: asked.safety ?? null },
    whole: false,
  });
  const { triageDue, deskDue, packVersion } = handOnTo(call, county, state.band);
  return {
    transfer: transfer.id,
    report: { id: newId(Date.parse(call.now)), number: await nextReportNumber(tx, county, call.now) },
    county,
    from: held.county,
    district: transfer.district,
    reporterKind: 'socialWorker',
    triageDue,
    deskDue,
    packVersion,
    texts: { narrative: asked.text ?? '', [handedPart]: JSON.stringify(handed) },
    persons: await peopleOf(ground, transfer, asked),
  };
}
