// Many units and accounts at once, as a county begins or a unit moves in: every row is tried as if by hand, every fault is named at its row, and all is written or nothing.
import type { InputOf, OutputOf } from '@anwang/contract';
import { parseNationalId } from '@anwang/core/identity';
import { fail, ok, type Result } from '@anwang/core/lang';
import { unitKinds } from '@anwang/core/programs';
import { giveNumberOf } from '@anwang/store/access';
import { districtsOf, findUnitByName, insertAccount, insertGrants, insertUnit, isUnitNameTaken, userNameTaken } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import type { Call, KeptForm } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';
import { spokenSecret } from '../../spoken-secret.ts';
import { readGrants } from './grants.ts';

type Input = InputOf<'admin', 'importStaff'>;
type Done = OutputOf<'admin', 'importStaff'>;
type FieldFault = { readonly path: string; readonly reason: string };
type Made = { readonly id: string; readonly userName: string; readonly name: string };
type Written = { readonly units: number; readonly made: readonly Made[] };

/** Sixteen signs that can be read aloud; made from the account's id, so that nothing of it is stored. */
const firstPassword = (call: Call, { id }: Pick<Made, 'id'>): string => spokenSecret(call.house.derive, `first password ${id}`, 16);

const isUnitKind = (text: string): boolean => unitKinds.some((kind) => kind === text);

async function writeUnits(tx: Tx, county: string, units: Input['units'], wrong: FieldFault[]): Promise<string[]> {
  const known = await districtsOf(tx, county, [...new Set(units.flatMap((unit) => unit.districts))]);
  const made: string[] = [];
  for (const [row, unit] of units.entries()) {
    const outside = unit.districts.findIndex((district) => !known.has(district));
    if (!isUnitKind(unit.kind)) wrong.push({ path: `units.${row}.kind`, reason: 'unknown' });
    else if (outside >= 0) wrong.push({ path: `units.${row}.districts.${outside}`, reason: 'unknownDistrict' });
    else if (await isUnitNameTaken(tx, county, unit.name.zh)) wrong.push({ path: `units.${row}.name.zh`, reason: 'taken' });
    else {
      const { name, kind, ...more } = unit;
      made.push((await insertUnit(tx, county, kind, { ...more, nameZh: name.zh, nameEn: name.en })).id);
    }
  }
  return made;
}

async function writeUser(tx: Tx, call: Call, county: string, user: Input['users'][number]): Promise<Result<Made>> {
  const { userName, name, title, extension, unit, grants } = user;
  const number = user.ownNumber === null ? null : parseNationalId(user.ownNumber);
  const unitId = unit === null ? null : ((await findUnitByName(tx, county, unit)) ?? undefined);
  const wrong: FieldFault[] = [];
  if (await userNameTaken(tx, userName)) wrong.push({ path: 'userName', reason: 'taken' });
  // Said by its kind: the number itself stands in no answer.
  if (number?.ok === false) wrong.push({ path: 'ownNumber', reason: number.problem.code });
  if (unitId === undefined) wrong.push({ path: 'unit', reason: 'unknownUnit' });
  const wishes = grants.map((grant) => ({ ...grant, reachId: null }));
  const rights = await readGrants(tx, { county, unitId: unitId ?? null, now: call.now }, wishes);
  if (!rights.ok && rights.problem.code === 'invalidInput' && unitId !== undefined) wrong.push(...rights.problem.fields);
  if (wrong.length > 0 || !rights.ok) return fail({ code: 'invalidInput', fields: wrong });
  const account = await insertAccount(tx, county, userName, { name, title, unitId: unitId ?? null, extension });
  await insertGrants(tx, account.id, rights.value, call.now);
  if (number?.ok) await giveNumberOf(tx, account.id, number.value);
  return ok({ id: account.id, userName, name });
}

async function write(tx: Tx, call: Call, input: Input): Promise<Result<Written>> {
  const { county } = call.actor;
  if (county === null) return fail({ code: 'accessDenied', action: 'admin.users', reason: 'outOfReach' });
  const wrong: FieldFault[] = [];
  const units = await writeUnits(tx, county, input.units, wrong);
  const made: Made[] = [];
  for (const [row, user] of input.users.entries()) {
    const one = await writeUser(tx, call, county, user);
    if (one.ok) made.push(one.value);
    else if (one.problem.code === 'invalidInput')
      wrong.push(...one.problem.fields.map(({ path, reason }) => ({ path: `users.${row}.${path}`, reason })));
    else return one;
  }
  if (wrong.length > 0) return fail({ code: 'invalidInput', fields: wrong });
  tx.audit({ action: 'admin.staffImported', ids: [...units, ...made.map((one) => one.id)], count: units.length + made.length });
  return ok({ units: units.length, made });
}

/** First passwords are never kept with an answer: they are made again. */
const keptWritten = (): KeptForm<Written, Written> => ({ keep: (written) => written, restore: (written) => written });

export const staff: Pick<Handlers<'admin'>, 'importStaff'> = {
  importStaff: async (input, call): Promise<Result<Done>> => {
    if (input.rehearsal) {
      // Everything is done, and undone with the transaction: a rehearsal finds what the real thing would.
      let tried: Result<Written> | undefined;
      const undone = await call.within<never, never>(async (tx) => {
        tried = await write(tx, call, input);
        return tried.ok ? fail({ code: 'rehearsed' }) : tried;
      });
      if (!tried?.ok) return undone;
      return ok({ units: tried.value.units, users: tried.value.made.length, written: false, passwords: [] });
    }
    const written = await call.within((tx) => write(tx, call, input), keptWritten());
    if (!written.ok) return written;
    const { units, made } = written.value;
    // After the commit, as with a single account: one without a login is given a first password by hand.
    const given = made.map((one) => ({ ...one, password: firstPassword(call, one) }));
    await call.house.auth.provisionGiven(given);
    const passwords = given.map(({ userName, name, password }) => ({ userName, name, password }));
    return ok({ units, users: made.length, written: true, passwords });
  },
};
