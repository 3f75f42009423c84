// Units, districts and roles of the county: what ids are called, and what there is to choose from.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../client/api.ts';
import type { Choice } from '../../ui/inputs.tsx';
import { useLabel } from '../../words/label.ts';
import type { Names } from './conflict.ts';
import { useRoleWords } from './roles.ts';

const nameIn = (choices: readonly Choice[]) => (id: string) => choices.find((each) => each.value === id)?.label ?? id;

/** Open units and the districts of the county to choose from, and the words of every id. */
export function useNames(): Names & { units: Choice[]; districts: Choice[] } {
  const label = useLabel();
  const role = useRoleWords();
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.reference.units({}), staleTime: 600_000 });
  const places = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: 3_600_000 });
  return useMemo(() => {
    const unitChoices = (units.data?.units ?? []).map((each) => ({ value: each.id, label: label(each.name) }));
    const districtChoices = (places.data?.districts ?? []).map((each) => ({ value: each.id, label: label(each.name) }));
    return { units: unitChoices, districts: districtChoices, unit: nameIn(unitChoices), district: nameIn(districtChoices), role };
  }, [units.data, places.data, label, role]);
}

/** The choices with one that is no longer offered (a closed unit), so that the field says what holds now. */
export function withHeld(choices: Choice[], id: string | null | undefined, name: string): Choice[] {
  return !id || choices.some((each) => each.value === id) ? choices : [{ value: id, label: name }, ...choices];
}
