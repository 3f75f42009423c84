// The conditions that the sentence of the case list can hold: how each reads, and what there is to choose.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { may, useMe } from '../../session/me.ts';
import type { Choice } from '../../ui/inputs.tsx';
import { bandWord } from '../../ui/Ladder.tsx';
import { statusWord } from '../../words/case-status.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { type ConditionName, riskIds, statusIds } from './filter.ts';
import type { CaseFilter } from './queries.ts';

/** One condition: `before` stands in front of its word in the sentence, `none` for its word while nothing is chosen. */
export type Condition = {
  readonly name: ConditionName;
  readonly before: string;
  readonly label: string;
  readonly value: string;
  readonly none: string;
  readonly choices: readonly Choice[];
};

const hour = 3_600_000;

/** Programmes to choose from, and the conditions that can be added to them, in the order of the sentence. */
export function useConditions(filter: CaseFilter): { programmes: readonly Choice[]; conditions: readonly Condition[] } {
  const label = useLabel();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => api.reference.programmes({}), staleTime: hour });
  const places = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: hour });
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.reference.units({}), staleTime: hour });
  // Who leads a team may ask for one of its people; the others have no list of them.
  const work = useQuery({
    queryKey: ['cases', 'worklist'],
    queryFn: () => api.cases.worklist({}),
    enabled: may(useMe(), 'case.assign'),
    staleTime: 60_000,
  });
  const team = (work.data?.team ?? []).flatMap((each) => (each.accountId ? [{ value: each.accountId, label: each.name ?? '—' }] : []));
  const kinds = new Set((programmes.data?.programmes ?? []).map((each) => each.unit));
  // Cases are led by some kinds of units; the others would only ever find nothing.
  const leading = (units.data?.units ?? []).filter((each) => kinds.has(each.kind) || each.id === filter.unitId);
  const all: readonly Condition[] = [
    {
      name: 'unit',
      before: m.filter_unit(),
      label: m.unit(),
      value: filter.unitId ?? '',
      none: m.filter_any_unit(),
      choices: leading.map((each) => ({ value: each.id, label: label(each.name) })),
    },
    { name: 'lead', before: m.filter_lead(), label: m.lead(), value: filter.leadId ?? '', none: m.filter_anybody(), choices: team },
    {
      name: 'status',
      before: m.filter_stage(),
      label: m.stage(),
      value: filter.status ?? '',
      none: m.filter_any_stage(),
      choices: statusIds.map((each) => ({ value: each, label: statusWord(each) })),
    },
    {
      name: 'risk',
      before: m.filter_risk(),
      label: m.band_label(),
      value: filter.risk ?? '',
      none: m.filter_any(),
      choices: riskIds.map((each) => ({ value: each, label: bandWord(each) })),
    },
    {
      name: 'district',
      before: m.filter_district(),
      label: m.district(),
      value: filter.district ?? '',
      none: m.filter_any_district(),
      choices: (places.data?.districts ?? []).map((each) => ({ value: each.id, label: label(each.name) })),
    },
  ];
  return {
    programmes: (programmes.data?.programmes ?? []).map((each) => ({ value: each.id, label: label(each.label) })),
    conditions: all.filter((each) => each.choices.length > 0 || each.value !== ''),
  };
}
