// Shows an identifier or a contact in clear: with a reason, one at a time, the person looked at alone; each opening is on record.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { keepReason } from '@anwang/store/audit';
import { openContact, openIdentifier } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';

/** The value, or `notFound` where it does not exist for this viewer. */
export async function reveal(input: InputOf<'people', 'reveal'>, tx: Tx): Promise<Result<OutputOf<'people', 'reveal'>>> {
  const value =
    input.kind === 'contact' ? await openContact(tx, input.personId, input.id) : await openIdentifier(tx, input.personId, input.id);
  if (value === null) return fail({ code: 'notFound', kind: input.kind, id: input.id });
  const person = await tx.selectFrom('people.person').select('county').where('id', '=', input.personId).executeTakeFirst();
  const county = person?.county ?? null;
  const reason = await keepReason(tx, { subjectId: input.personId, county, action: 'person.reveal', text: input.reason });
  tx.audit({
    action: 'person.reveal',
    county,
    ids: [input.id],
    personIds: [input.personId],
    count: 1,
    detail: { kind: input.kind, reason },
  });
  return ok({ value });
}
