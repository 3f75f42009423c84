// Families and people: the one search box, a person's file, the family picture, and opening what is shown masked.
import { fail, ok } from '@anwang/core/lang';
import { standsFor } from '@anwang/store/people';
import { readPicture } from '../../family/read-picture.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { addHidden, contacts, shield, unshield } from './contacts.ts';
import { readPersonFile } from './person-file.ts';
import { reveal } from './reveal.ts';
import { search } from './search.ts';

export const people: Handlers<'people'> = {
  search: within(search),
  one: within(readPersonFile),
  family: within(async (input, tx, call) => {
    const now = (await standsFor(tx, input.personId)) ?? input.personId;
    const person = await tx.selectFrom('people.person').select('id').where('id', '=', now).executeTakeFirst();
    if (!person) return fail({ code: 'notFound', kind: 'person', id: input.personId });
    return ok(await readPicture(tx, call, [person.id], { hitsExpired: false }));
  }),
  contacts: within(contacts),
  addHidden: within(addHidden),
  shield: within(shield),
  unshield: within(unshield),
  reveal: within(reveal),
  merged: within(async (input, tx) => {
    const person = await tx
      .selectFrom('people.person')
      .select(['id', 'merged_into', 'version'])
      .where('id', '=', input.personId)
      .executeTakeFirst();
    if (!person) return fail({ code: 'notFound', kind: 'person', id: input.personId });
    tx.audit({ action: 'person.read', personIds: [person.id], count: 1 });
    return ok({ personId: person.merged_into ?? person.id, version: person.version });
  }),
};
