// Commands about children kept away from home: taken into keeping, who was told, kept elsewhere, the court asked, its ruling, the end. Each child has a placement of its own,
// so that nothing done for one ends what is owed for another. Where a child is kept goes into a hidden contact of the child (house law 8) and into no event.

import { shieldRefusal } from '@anwang/core/access';
import { latestUntil, nextAsk, type PersonalPart, type Placement, placementsNow } from '@anwang/core/cases';
import { ok, type Problem, type Result } from '@anwang/core/lang';
import { formOfAct } from '@anwang/core/programs';
import { addHours, addMonths, dateIn, type Instant, type PlainDate } from '@anwang/core/time';
import { notToldReasons, placementEnds } from '@anwang/packs';
import { contactKeys } from '@anwang/people';
import type { EventDraft } from '@anwang/store/casework';
import { looksAlone, newId, readSides } from '@anwang/store/intake';
import { addHiddenContact, endContact } from '@anwang/store/people';
import { type Building, type CommandOf, type Ground, invalid, said, tooLate } from './command.ts';
import { formAnswers } from './form-answers.ts';

type Standing = ReturnType<typeof placementsNow>[number];
type Fault = ReturnType<typeof invalid>;

/** How long before the report a child may have been taken into keeping: the police may have come first. */
const hoursBeforeReport = 168;
/** When somebody looks again whether the place stays hidden; a day of review, not of expiry (0025). */
const monthsToReview = 6;

/** Options of a question of the programme's own form. */
function isOption({ programme }: Ground, question: string, code: string): boolean {
  const fields = formOfAct(programme, 'placeChild')?.sections.flatMap((section) => section.fields) ?? [];
  return fields.find((one) => one.id === question)?.options?.some((option) => option.code === code) === true;
}

/** Everybody of the case who is not on the child's side: the place is kept from them, whoever of them turns out to have done it. */
const others = ({ state }: Ground, children: readonly string[]): string[] => [
  ...new Set(
    state.members
      .filter((one) => one.until === null && one.side !== 'victim' && one.side !== 'subject' && !children.includes(one.person))
      .map((one) => one.person),
  ),
];

/** Puts the place in as a hidden contact of each child. */
async function hidePlace(
  ground: Ground,
  type: string,
  children: readonly string[],
  place: string | null,
): Promise<Result<ReadonlyMap<string, string>, Problem>> {
  const made = new Map<string, string>();
  if (place === null || place.trim() === '') return ok(made);
  const { tx, call, context } = ground;
  const today = dateIn(context.zone, call.now);
  const from = others(ground, children);
  for (const personId of children) {
    const desk = await looksAlone(tx, personId);
    const why = shieldRefusal(personId, from, { ...(await readSides(tx)), desk });
    if (why !== null) return invalid(type, 'place', why);
    const wish = { personId, from, reason: '安置處所', reviewOn: addMonths(today, monthsToReview), kind: 'shelter', value: place.trim() };
    const added = await addHiddenContact(tx, { ...wish, district: null, since: today }, contactKeys);
    if (!added.ok) return added;
    made.set(personId, added.value.id);
  }
  // What follows is no view of the child alone any more.
  await tx.look([]);
  return ok(made);
}

/** The places of these are left. */
async function leavePlaces({ tx, call, context }: Ground, placements: readonly Standing[]): Promise<void> {
  const today = dateIn(context.zone, call.now);
  for (const { person, contact } of placements)
    if (contact !== null) await endContact(tx, { personId: person, contactId: contact, on: today });
  await tx.look([]);
}

const latest = (moments: readonly (Instant | null | undefined)[]): Instant | null =>
  moments.reduce<Instant | null>((last, one) => (one != null && (last === null || one > last) ? one : last), null);

const isBefore = (at: Instant, moment: Instant | null): boolean => moment !== null && at < moment;

/** The placements a command names, all in force, and nothing of them later than what is said now. */
function standing(
  { type, placementIds, happenedAt }: { readonly type: string; readonly placementIds: readonly string[]; readonly happenedAt: Instant },
  { state, call }: Ground,
): Result<Standing[], Problem> {
  const inForce = placementsNow(state).filter((one) => placementIds.includes(one.id));
  if (inForce.length === 0 || inForce.length !== new Set(placementIds).size) return invalid(type, 'placementIds', 'notPlaced');
  if (tooLate(happenedAt, call.now)) return invalid(type, 'happenedAt', 'future');
  if (inForce.some((one) => happenedAt < one.begunAt)) return invalid(type, 'happenedAt', 'beforePlacement');
  return ok(inForce);
}

/** Of which child an event speaks. */
const of = ({ id, person }: Standing) => ({ placement: id, person });

/** One event for each placement; the words stand with the first, so that they are read once. */
const each = (placements: readonly Standing[], draft: (one: Standing) => EventDraft, personal: PersonalPart | undefined): EventDraft[] =>
  placements.map((one, at) => (at === 0 && personal !== undefined ? { ...draft(one), personal } : draft(one)));

const words = (note: string | null, letter: string | null): { text?: string; letter?: string } | undefined => {
  const made = { ...said(note).personal, ...(letter === null || letter === '' ? {} : { letter }) };
  return Object.keys(made).length === 0 ? undefined : made;
};

/** Only of parents or guardian may it be said that they are not told, by one of the reasons of the law. */
function notToldFault({ type, notTold }: { readonly type: string; readonly notTold: string | null }, ofGuardian: boolean): Fault | null {
  if (notTold === null) return null;
  if (!ofGuardian) return invalid(type, 'notTold', 'notAllowed');
  return notToldReasons.entries.some((one) => one.code === notTold) ? null : invalid(type, 'notTold', 'notAnOption');
}

function childFault(command: CommandOf<'placeChild'>, ground: Ground): Fault | null {
  const { state, call } = ground;
  const { type, personIds, happenedAt } = command;
  if (tooLate(happenedAt, call.now)) return invalid(type, 'happenedAt', 'future');
  if (happenedAt < addHours(state.receivedAt, -hoursBeforeReport)) return invalid(type, 'happenedAt', 'beforeReport');
  if (!isOption(ground, 'ground', command.ground)) return invalid(type, 'ground', 'notAnOption');
  if (!isOption(ground, 'kind', command.kind)) return invalid(type, 'kind', 'notAnOption');
  const placed = placementsNow(state);
  for (const person of personIds) {
    const member = state.members.filter((one) => one.person === person && one.until === null);
    if (member.length === 0) return invalid(type, 'personIds', 'notMember');
    // Who is kept safe from somebody stands on the victim's side: else the place could not be kept secret, nor be read by who works for the child.
    if (!member.some((one) => one.side === 'victim')) return invalid(type, 'personIds', 'notVictimSide');
    if (placed.some((one) => one.person === person)) return invalid(type, 'personIds', 'alreadyPlaced');
  }
  for (const field of ['courtTold', 'policeTold', 'guardianTold', 'prosecutorTold'] as const) {
    const at = command[field];
    if (at !== null && tooLate(at, call.now)) return invalid(type, field, 'future');
  }
  return notToldFault(command, command.guardianTold === null);
}

export async function placeChild(command: CommandOf<'placeChild'>, ground: Ground): Promise<Awaited<Building>> {
  const { happenedAt, ground: article, kind, courtTold, policeTold, guardianTold, prosecutorTold, notTold } = command;
  const fault = childFault(command, ground);
  if (fault !== null) return fault;
  const answered = formAnswers(command, ground);
  if (!answered.ok) return answered;
  const children = [...new Set(command.personIds)];
  const places = await hidePlace(ground, command.type, children, command.place);
  if (!places.ok) return places;
  const now = Date.parse(ground.call.now);
  const told = { courtTold, policeTold, guardianTold, prosecutorTold, notTold };
  const personal = { ...words(command.note, null), ...answered.value };
  return ok({
    drafts: children.map(
      (person): EventDraft => ({
        type: 'placementBegun',
        happenedAt,
        facts: { placement: newId(now), person, ground: article, kind, contact: places.value.get(person) ?? null, ...told },
        ...(Object.keys(personal).length === 0 ? {} : { personal }),
      }),
    ),
  });
}

export function tellPlacement(command: CommandOf<'tellPlacement'>, ground: Ground): Building {
  const found = standing(command, ground);
  if (!found.ok) return found;
  const { party, notTold, happenedAt, note } = command;
  const fault = notToldFault(command, party === 'guardian');
  if (fault !== null) return fault;
  const draft = (one: Standing): EventDraft => ({ type: 'placementTold', happenedAt, facts: { ...of(one), party, notTold } });
  return ok({ drafts: each(found.value, draft, words(note, null)) });
}

export async function movePlacement(command: CommandOf<'movePlacement'>, ground: Ground): Promise<Awaited<Building>> {
  const found = standing(command, ground);
  if (!found.ok) return found;
  if (!isOption(ground, 'kind', command.kind)) return invalid(command.type, 'kind', 'notAnOption');
  await leavePlaces(ground, found.value);
  const children = found.value.map((one) => one.person);
  const places = await hidePlace(ground, command.type, children, command.place);
  if (!places.ok) return places;
  const draft = (one: Standing): EventDraft => ({
    type: 'placementMoved',
    happenedAt: command.happenedAt,
    facts: { ...of(one), kind: command.kind, contact: places.value.get(one.person) ?? null },
  });
  return ok({ drafts: each(found.value, draft, words(command.note, null)) });
}

export function askCourt(command: CommandOf<'askCourt'>, ground: Ground): Building {
  const found = standing(command, ground);
  if (!found.ok) return found;
  const asks = new Map(found.value.map((one) => [one.id, nextAsk(one)]));
  if (found.value.some((one) => asks.get(one.id) == null)) return invalid(command.type, 'placementIds', 'askedAlready');
  if (found.value.some((one) => one.ruling !== null && command.happenedAt < one.ruling.at))
    return invalid(command.type, 'happenedAt', 'beforeRuling');
  const draft = (one: Standing): EventDraft => ({
    type: 'courtAsked',
    happenedAt: command.happenedAt,
    facts: { ...of(one), what: asks.get(one.id) ?? 'continue' },
  });
  return ok({ drafts: each(found.value, draft, words(command.note, command.letter)) });
}

/** The last day that holds by an earlier ruling, where a later one refuses to go on. */
const holdsUntil = ({ until }: Placement, today: PlainDate): PlainDate | null => (until !== null && until >= today ? until : null);

function termFault({ type, from, until }: CommandOf<'recordRuling'>, placements: readonly Standing[], { context }: Ground): Fault | null {
  if (from === null) return invalid(type, 'from', 'missing');
  if (until === null) return invalid(type, 'until', 'missing');
  if (placements.some((one) => from < dateIn(context.zone, one.begunAt))) return invalid(type, 'from', 'beforePlacement');
  if (until < from) return invalid(type, 'until', 'untilBeforeFrom');
  return until > latestUntil(from) ? invalid(type, 'until', 'overThreeMonths') : null;
}

export function recordRuling(command: CommandOf<'recordRuling'>, ground: Ground): Building {
  const found = standing(command, ground);
  if (!found.ok) return found;
  const { type, outcome, happenedAt, from, until } = command;
  // Revoked it may be because somebody else asked; every other ruling answers what was asked.
  if (found.value.some((one) => (outcome === 'revoked' ? one.ruling?.outcome !== 'granted' : one.asked === null)))
    return invalid(type, 'placementIds', outcome === 'revoked' ? 'notGranted' : 'notAsked');
  if (found.value.some((one) => isBefore(happenedAt, latest([one.asked?.at, one.ruling?.at]))))
    return invalid(type, 'happenedAt', 'beforeAsked');
  if (outcome === 'granted') {
    const fault = termFault(command, found.value, ground);
    if (fault !== null) return fault;
  } else if (from !== null || until !== null) return invalid(type, from === null ? 'until' : 'from', 'notAllowed');
  const day = dateIn(ground.context.zone, happenedAt);
  const draft = (one: Standing): EventDraft => ({
    type: 'courtRuled',
    happenedAt,
    facts: {
      ...of(one),
      outcome,
      from,
      until: outcome === 'refused' ? holdsUntil(one, day) : until,
    },
  });
  return ok({ drafts: each(found.value, draft, words(command.note, command.letter)) });
}

export async function endPlacement(command: CommandOf<'endPlacement'>, ground: Ground): Promise<Awaited<Building>> {
  const found = standing(command, ground);
  if (!found.ok) return found;
  const { how, happenedAt } = command;
  if (!placementEnds.entries.some((one) => one.code === how)) return invalid(command.type, 'how', 'notAnOption');
  if (found.value.some((one) => isBefore(happenedAt, latest([one.asked?.at, one.ruling?.at]))))
    return invalid(command.type, 'happenedAt', 'beforeRuling');
  await leavePlaces(ground, found.value);
  const draft = (one: Standing): EventDraft => ({ type: 'placementEnded', happenedAt, facts: { ...of(one), how } });
  return ok({ drafts: each(found.value, draft, words(command.note, null)) });
}
