// Which other units could go on with the case: ranked anew when the family is said to live elsewhere.
import type { Answer } from '@anwang/core/forms';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../client/api.ts';

/** A unit with its name in both languages, where it is known. */
export type UnitBeside = Awaited<ReturnType<typeof api.cases.units>>['units'][number] & {
  readonly name: { readonly zh: string; readonly en: string } | undefined;
};

/** In the order in which the rules would take them; undefined until they are known, and for other acts. */
export function useUnitsBeside(caseId: string, type: string, district: Answer | undefined): readonly UnitBeside[] | undefined {
  const enabled = type === 'proposeMove';
  const lives = typeof district === 'string' && district !== '' ? district : undefined;
  const { data } = useQuery({
    queryKey: ['cases', caseId, 'units', lives],
    queryFn: () => api.cases.units(lives === undefined ? { caseId } : { caseId, district: lives }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const names = useQuery({ queryKey: ['units'], queryFn: () => api.reference.units({}), staleTime: 600_000, enabled });
  return useMemo(
    () => data?.units.map((one) => ({ ...one, name: names.data?.units.find((each) => each.id === one.unitId)?.name })),
    [data, names.data],
  );
}
