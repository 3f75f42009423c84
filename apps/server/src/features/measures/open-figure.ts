// The reports or cases behind a figure, a page at a time, as far as the viewer may read them.

import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { universes } from '@anwang/core/measures';
import type { Call } from '../../http/call.ts';
import { joinParts, pageOf, readParts } from '../../http/list-cursor.ts';
import { findMembers, type Member, spanOf } from './compute.ts';
import { readAsViewer } from './read-as-viewer.ts';
import { statements } from './statements.ts';

type Placed = Member & { readonly nth: number };

/** With the how manieth time it is that this thing counts at this moment: a family's children may all be due in one hour. Moment, number and id are its place. */
function placed(members: readonly Member[]): Placed[] {
  const times = new Map<string, number>();
  return members.map((member) => {
    const nth = (times.get(`${member.at} ${member.id}`) ?? 0) + 1;
    times.set(`${member.at} ${member.id}`, nth);
    return { ...member, nth };
  });
}

/** After the place with which the page before ended; from the start where it is not there any more. */
function after(members: readonly Placed[], cursor: string | undefined): readonly Placed[] {
  const [at, nth, id] = readParts(cursor, 3) ?? [];
  return members.slice(members.findIndex((member) => member.id === id && member.at === at && String(member.nth) === nth) + 1);
}

/** One page, the latest first. */
export async function openFigure(input: InputOf<'measures', 'open'>, call: Call): Promise<Result<OutputOf<'measures', 'open'>>> {
  const one = statements.get(input.measureId);
  if (one === undefined) return fail({ code: 'measureUnknown', measure: input.measureId });
  const { kind } = universes[one.measure.universe];
  const members = placed(await findMembers(one, spanOf(input, call).span, call)).filter(
    (member) =>
      (input.district === undefined || member.district === input.district) &&
      (input.part === 'denominator' || member.met === (input.part === 'numerator')),
  );
  const read = await readAsViewer(kind, after(members, input.cursor), input.limit, call);
  const page = pageOf(read, input.limit, ({ member }) => joinParts(member.at, member.nth, member.id));
  return ok({
    next: page.next,
    rows: page.rows.map(({ member, thing }) => ({
      kind,
      ...thing,
      at: member.at,
      facts: { ...thing.facts, month: member.month, met: member.met },
    })),
  });
}
