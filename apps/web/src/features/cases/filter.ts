// Filters of the case list stand in the URL; this reads them, refusing what the contract does not know.
import { band, caseSort, caseStatus, caseView } from '@anwang/contract/shapes';
import type { CaseFilter } from './queries.ts';

export const viewIds = caseView.options;
export const statusIds = caseStatus.options;
export const riskIds = band.options;
export const sortIds = caseSort.options;
/** Conditions that are added to the sentence one by one. */
export type ConditionName = 'unit' | 'lead' | 'status' | 'risk' | 'district';
export type FilterName = ConditionName | 'view' | 'programme' | 'sort' | 'hide';
/** Parameters that say how the list is shown, not what is in it: they stay when another view is taken. */
export const shownBy = ['sort', 'hide'] as const satisfies readonly FilterName[];

const one = <T extends string>(list: readonly T[], text: string | undefined): T | undefined => list.find((each) => each === text);

/** The filter of an address. @param start the view when the address names none */
export function readFilter(url: Partial<Record<FilterName, string>>, start: (typeof viewIds)[number]): CaseFilter {
  const status = one(statusIds, url.status);
  const risk = one(riskIds, url.risk);
  return {
    view: one(viewIds, url.view) ?? start,
    sort: one(sortIds, url.sort) ?? 'due',
    ...(url.programme ? { programme: url.programme } : {}),
    ...(status ? { status } : {}),
    ...(risk ? { risk } : {}),
    ...(url.district ? { district: url.district } : {}),
    ...(url.unit ? { unitId: url.unit } : {}),
    ...(url.lead ? { leadId: url.lead } : {}),
  };
}

/** What the server counts of a filter: its order is no condition. */
export const conditionsOf = ({ sort: _order, ...conditions }: CaseFilter) => conditions;

/** Whether something was added to the view that the tab stands for. */
export const isChanged = ({ sort, view: _view, ...added }: CaseFilter): boolean => sort !== 'due' || Object.keys(added).length > 0;
