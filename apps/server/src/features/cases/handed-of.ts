// The case in coded words for whoever may go on with it, with whom to ask: the same for another county and for another unit.

import type { OutputOf } from '@anwang/contract';
import { type CaseEvent, deadlines, openClocks } from '@anwang/core/cases';
import { accountNames, findUnit } from '@anwang/store/casework';
import { countyNames, telephonesOf, unitNames } from '@anwang/store/org';
import { type HandedGround, handedCaseOf } from '../../casework/handed-case.ts';
import { both } from '../../casework/words.ts';
import type { Ground } from './command.ts';

type Handed = NonNullable<OutputOf<'screening', 'report'>['handed']>;

/** `events`: those of the case, with the words of goals and of the plan opened. */
export async function handedOf(ground: Ground, events: readonly CaseEvent[], said: Pick<HandedGround, 'asked' | 'whole'>): Promise<Handed> {
  const { tx, call, held, state, programme, context } = ground;
  const others = [...state.referrals, ...state.collaborators, ...state.shares].flatMap((one) => one.unit ?? []);
  const [unit, names, numbers, units, counties] = await Promise.all([
    findUnit(tx, state.unit),
    accountNames(tx, state.lead === null ? [] : [state.lead]),
    telephonesOf(tx, [state.lead]),
    unitNames(tx, others),
    countyNames(tx, [held.county]),
  ]);
  const lead = state.lead ?? '';
  const { packs } = call.house;
  return handedCaseOf({
    ...said,
    programme,
    state,
    events,
    clocks: openClocks(deadlines(programme, events, context)),
    zone: context.zone,
    need: (code) => packs.word(packs.has('needType', code) ? 'needType' : 'need', code).label,
    unitOf: (id) => units.get(id),
    from: {
      county: counties.get(held.county),
      unit: unit?.name_zh ?? '',
      ...(unit === undefined ? {} : { unitName: both({ zh: unit.name_zh, ...(unit.name_en === null ? {} : { en: unit.name_en }) }) }),
      lead: names.get(lead) ?? null,
      telephone: numbers.get(lead) ?? null,
    },
  });
}
