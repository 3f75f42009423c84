// The officer corrects what was reported; the rules read it again. A band of the officer's own needs a reason and stays until the evidence is worse.
import type { InputOf, OutputOf } from '@anwang/contract';
import type { WrongField } from '@anwang/contract/problems';
import { fail, type Result } from '@anwang/core/lang';
import { isAbout } from '@anwang/core/screening';
import { contactKeys } from '@anwang/people';
import { correctReport, hideReportedContacts, lockReport, readReportPersons } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { reassess } from '../../desk/reassess.ts';
import type { Call } from '../../http/call.ts';

/** Roles of people who are not in the report, or that leave nobody whom it is about. */
function wrongRoles(persons: readonly { id: string; role: string }[], given: InputOf<'screening', 'assess'>['persons']): WrongField[] {
  const known = new Set(persons.map((each) => each.id));
  const foreign = given.flatMap((each, at) => (known.has(each.id) ? [] : [{ path: `persons.${at}.id`, reason: 'unknownPerson' }]));
  const role = new Map(given.map((each) => [each.id, each.role as string]));
  const about = persons.some((each) => isAbout(role.get(each.id) ?? each.role));
  return about || given.length === 0 ? foreign : [...foreign, { path: 'persons', reason: 'noSubject' }];
}

/** Writes the corrections and draws the clocks anew. */
export async function assess(input: InputOf<'screening', 'assess'>, tx: Tx, call: Call): Promise<Result<OutputOf<'screening', 'assess'>>> {
  const { packs } = call.house;
  const wrong = [
    ...input.grounds.flatMap((code, at) =>
      packs.has('grounds', code) ? [] : [{ path: `grounds.${at}`, reason: 'notInValueSet:grounds' }],
    ),
    ...input.needs.flatMap((code, at) =>
      packs.has('needType', code) || packs.has('need', code) ? [] : [{ path: `needs.${at}`, reason: 'notInValueSet:need' }],
    ),
  ];
  if (wrong.length > 0) return fail({ code: 'invalidInput', fields: wrong });
  const yours = { grounds: input.grounds, needs: input.needs, band: input.band?.value ?? null };
  const locked = await lockReport(tx, {
    reportId: input.reportId,
    version: input.version,
    states: ['received', 'screening', 'returned'],
    yours,
  });
  if (!locked.ok) return locked;
  const persons = await readReportPersons(tx, input.reportId);
  const misplaced = wrongRoles(persons, input.persons);
  if (misplaced.length > 0) return fail({ code: 'invalidInput', fields: misplaced });
  await correctReport(tx, {
    reportId: input.reportId,
    grounds: input.grounds,
    needs: input.needs,
    immediateDanger: input.immediateDanger,
    childrenInHome: input.childrenInHome,
    roles: input.persons,
  });
  // Contacts that the reporter wanted hidden are hidden as soon as it is known from whom.
  if (input.persons.some((each) => each.role === 'respondent')) await hideReportedContacts(tx, locked.value, contactKeys);
  return reassess(tx, call, input.reportId, input.band?.value ?? null);
}
