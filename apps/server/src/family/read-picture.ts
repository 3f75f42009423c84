// The family picture around some people, for this viewer: cut by the policies first, by the people room's own reading of law 8 second, then put into words.
import type { FamilyPictureView } from '@anwang/contract/shapes';
import { dateIn } from '@anwang/core/time';
import { familyPicture, WARNING_WORDS } from '@anwang/people';
import { readSides } from '@anwang/store/intake';
import { readFamilyGraph } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { asSex } from '../desk/words-of-rows.ts';
import type { Call } from '../http/call.ts';
import { flagView } from './flag-view.ts';
import { asContactKind, asKin, asStatus } from './words.ts';

const emptyPicture: FamilyPictureView = {
  people: [],
  kin: [],
  households: [],
  contacts: [],
  cases: [],
  reports: [],
  flags: [],
  warnings: [],
  hitsExpired: false,
};

/** The picture; `reported` are the people whom the report or case names, the first of them is its index person. */
export async function readPicture(
  tx: Tx,
  call: Call,
  reported: readonly string[],
  options: { hitsExpired: boolean },
): Promise<FamilyPictureView> {
  const [focus] = reported;
  if (focus === undefined) return { ...emptyPicture, hitsExpired: options.hitsExpired };
  const graph = await readFamilyGraph(tx, reported);
  const sides = await readSides(tx);
  const picture = familyPicture(graph, { focus, today: dateIn(call.house.time().zone, call.now), ...sides });
  return {
    people: picture.people.map(({ generation: _row, ...person }) => ({
      ...person,
      sex: asSex(person.sex),
      reported: reported.includes(person.id),
      candidateOnly: false,
    })),
    kin: picture.kin.map(({ hidden: _h, hiddenFrom: _f, ...edge }) => ({ ...edge, relation: asKin(edge.relation) })),
    households: picture.households.map(({ keptFrom: _kept, ...household }) => ({
      ...household,
      members: household.members.map(({ hidden: _h, hiddenFrom: _f, ...member }) => member),
    })),
    contacts: picture.contacts.map(({ hidden, hiddenFrom: _f, ...contact }) => ({
      ...contact,
      kind: asContactKind(contact.kind),
      protected: hidden,
    })),
    cases: picture.cases.map((one) => ({ ...one, status: asStatus(one.status), personIds: [...one.personIds] })),
    reports: picture.reports.map((one) => ({ ...one, personIds: [...one.personIds], grounds: [...one.grounds] })),
    flags: options.hitsExpired ? [] : picture.flags.map((flag) => flagView(call.house.packs, flag, false)),
    warnings: picture.warnings.map((warning) => ({
      code: warning.code,
      label: WARNING_WORDS[warning.code],
      personIds: [...warning.personIds],
    })),
    hitsExpired: options.hitsExpired,
  };
}
