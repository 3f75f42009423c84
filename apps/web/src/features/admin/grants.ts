// Rights as the form holds them: a row for each, in the order they were added.
import { taipeiDayEnd } from '../../words/dates.ts';
import { isDay } from '../../words/roc-date.ts';

export type Reach = 'national' | 'county' | 'district' | 'unit' | 'assigned' | 'shared' | 'own' | 'none';
export type GrantDraft = { key: string; role: string; reach: Reach; reachId: string | null; until: string | null };
const reaches: readonly Reach[] = ['national', 'county', 'district', 'unit', 'assigned', 'shared', 'own', 'none'];

/** A reach read from text. */
export function asReach(text: string): Reach {
  return reaches.find((each) => each === text) ?? 'none';
}

/** Rights as the contract takes them, every row: one that lacks something is refused there, never left out. The end is that of the chosen day in Taipei. */
export function toGrants(grants: readonly GrantDraft[]) {
  return grants.map((each) => ({
    role: each.role,
    reach: each.reach,
    reachId: each.reachId,
    until: isDay(each.until) ? taipeiDayEnd(each.until) : each.until,
  }));
}
