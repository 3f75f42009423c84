// Filters of the case list stand in the URL; this reads them, refusing what the contract does not know.
import { band, caseSort, caseStatus, caseView } from '@anwang/contract/shapes';
import type { CaseFilter } from './queries.ts';

export const viewIds = caseView.options;
export const statusIds = caseStatus.options;
export const riskIds = band.options;
export const sortIds = caseSort.options;
export type FilterName = 'view' | 'programme' | 'status' | 'risk' | 'district' | 'unit' | 'lead' | 'sort' | 'hide';

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
