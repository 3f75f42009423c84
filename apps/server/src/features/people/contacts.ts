// The contacts of one person looked at alone, and who may keep one from somebody (house law 8): the victim's side and the desk, never who serves the other side.
import type { InputOf, OutputOf } from '@anwang/contract';
import { type ShieldRefusal, shieldRefusal } from '@anwang/core/access';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { addDays, dateIn } from '@anwang/core/time';
import { contactKeys } from '@anwang/people';
import { personVisible } from '@anwang/store/casework';
import { looksAlone, readOwnContacts, readSides } from '@anwang/store/intake';
import { addHiddenContact, keptFrom, shieldContact, unshieldContact } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { asContactKind } from '../../family/words.ts';
import type { Call } from '../../http/call.ts';

type Changed = OutputOf<'people', 'shield'>;

/** A protection order holds two years at most (家暴法 15): nobody hides for longer without looking again. */
const longestDays = 732;

const whyNot: Readonly<Record<ShieldRefusal, { zh: string; en: string }>> = {
  samePerson: { zh: '不能對本人保密', en: 'Not from the person itself' },
  otherSide: { zh: '您辦理對方的案件', en: 'You serve the other side' },
  notVictimSide: {
    zh: '僅被害人方的承辦人、督導與派案中心可以設定保密',
    en: "Only the victim's own worker and supervisor, and the desk, may set this",
  },
};

async function refusal(tx: Tx, personId: string, from: readonly string[]): Promise<ShieldRefusal | null> {
  const desk = await looksAlone(tx, personId);
  return shieldRefusal(personId, from, { ...(await readSides(tx)), desk });
}

/** The list. Looked at alone, the hidden ones are in it, without their value; a screen that shows others as well does not ask for them (docs/decisions/0031). */
export async function contacts(input: InputOf<'people', 'contacts'>, tx: Tx, call: Call): Promise<Result<OutputOf<'people', 'contacts'>>> {
  if (!(await personVisible(tx, input.personId))) return fail({ code: 'notFound', kind: 'person', id: input.personId });
  const why = await refusal(tx, input.personId, []);
  const own = await readOwnContacts(tx, input.personId);
  const rows = input.alone === true ? own : own.filter((row) => !row.protected);
  tx.audit({
    action: 'contact.read',
    personIds: [input.personId],
    ids: rows.map((row) => row.id),
    count: rows.length,
    county: call.actor.county,
  });
  return ok({
    contacts: rows.map((row) => ({ ...row, kind: asContactKind(row.kind) })),
    mayShield: { allowed: why === null, why: why === null ? null : { code: why, label: whyNot[why] } },
  });
}

type Wish = Pick<InputOf<'people', 'addHidden'>, 'personId' | 'from' | 'reviewOn'>;

/** What speaks against hiding: the day of review, people who are not there, the side of whoever asks. */
async function fault(tx: Tx, call: Call, wish: Wish): Promise<Problem | null> {
  const today = dateIn(call.house.time().zone, call.now);
  if (wish.reviewOn <= today || wish.reviewOn > addDays(today, longestDays))
    return { code: 'invalidInput', fields: [{ path: 'reviewOn', reason: wish.reviewOn <= today ? 'past' : 'tooFar' }] };
  if (!(await personVisible(tx, wish.personId))) return { code: 'notFound', kind: 'person', id: wish.personId };
  for (const [at, person] of wish.from.entries())
    if (!(await personVisible(tx, person))) return { code: 'invalidInput', fields: [{ path: `from.${at}`, reason: 'unknownPerson' }] };
  const why = await refusal(tx, wish.personId, wish.from);
  return why === null ? null : { code: 'shieldRefused', reason: why };
}

/** A new contact that is hidden from its first moment. */
export async function addHidden(input: InputOf<'people', 'addHidden'>, tx: Tx, call: Call): Promise<Result<Changed>> {
  const problem = await fault(tx, call, input);
  if (problem !== null) return fail(problem);
  return addHiddenContact(tx, { ...input, since: dateIn(call.house.time().zone, call.now) }, contactKeys);
}

/** Hides one that is there. */
export async function shield(input: InputOf<'people', 'shield'>, tx: Tx, call: Call): Promise<Result<Changed>> {
  const problem = await fault(tx, call, input);
  return problem === null ? shieldContact(tx, input, contactKeys) : fail(problem);
}

/** Shows it again. */
export async function unshield(input: InputOf<'people', 'unshield'>, tx: Tx): Promise<Result<Changed>> {
  const from = await keptFrom(tx, input.personId, input.contactId);
  if (from === null) return fail({ code: 'notFound', kind: 'contact', id: input.contactId });
  const why = await refusal(tx, input.personId, from);
  return why === null ? unshieldContact(tx, input, contactKeys) : fail({ code: 'shieldRefused', reason: why });
}
