// What a command form may speak of: the case's value sets, workers, units and relatives, asked only when a form needs them.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../client/api.ts';
import { useMe } from '../../session/me.ts';
import type { FormContext } from './act-fields.ts';
import { actsWithForm, formFor } from './form-fields.ts';
import { useProgramme, type Workspace } from './queries.ts';
import { useUnitsBeside } from './use-units-beside.ts';

const needWorkers = ['assignWorker', 'handOverLead', 'addCollaborator', 'grantShare', 'planVisit', 'changeVisit', 'recordVisit'];
const needFamily = ['tellKin', 'addMember', 'planVisit', 'changeVisit', 'recordVisit', 'recordContact'];
const needUnits = ['sendReferral', 'grantShare'];
/** Nothing is referred to, or shared with, whoever sorts reports and settles disputes. */
const deskKinds: readonly string[] = ['desk', 'arbiter'];

/** The context of the form of one action; `ready` once what it asks for has come, or cannot. */
export function useFormContext(one: Workspace, type: string): FormContext & { readonly ready: boolean } {
  const me = useMe();
  const workers = useQuery({
    queryKey: ['cases', one.id, 'workers'],
    queryFn: () => api.cases.workers({ caseId: one.id }),
    enabled: needWorkers.includes(type),
  });
  const units = useQuery({
    queryKey: ['units'],
    queryFn: () => api.reference.units({}),
    enabled: needUnits.includes(type),
    staleTime: 600_000,
  });
  const family = useQuery({
    queryKey: ['cases', one.id, 'family'],
    queryFn: () => api.cases.family({ caseId: one.id }),
    enabled: needFamily.includes(type),
  });
  const form = useQuery({
    queryKey: ['intake', 'form'],
    queryFn: () => api.intake.form({}),
    enabled: type === 'proposeTransfer' || type === 'proposeMove',
    staleTime: 3_600_000,
  });
  const beside = useUnitsBeside(one.id, type, undefined);
  const programme = useProgramme(one, actsWithForm.includes(type));
  const words = useQuery({ queryKey: ['words'], queryFn: () => api.reference.words({}), staleTime: 3_600_000 });
  const loading = [workers, units, family, form, words, programme].some((query) => query.isLoading);
  const ready = !loading && (type !== 'proposeMove' || beside !== undefined);
  return useMemo(() => {
    const sets = words.data?.sets ?? {};
    return {
      case: one,
      choices: (set) => one.choices[set] ?? sets[set] ?? [],
      workers: workers.data?.workers ?? [],
      units: (units.data?.units ?? [])
        .filter(({ id, kind }) => id !== one.unitId && !deskKinds.includes(kind))
        .map((unit) => ({ code: unit.id, label: unit.name })),
      relatives: (family.data?.people ?? [])
        .filter((person) => !one.members.some((member) => member.personId === person.id && member.until === null))
        .map((person) => ({ id: person.id, name: person.name ?? '' })),
      places: (family.data?.contacts ?? []).flatMap(({ id, personId, kind, value, protected: kept }) =>
        kept || value === null ? [] : [{ id, personId, kind, value }],
      ),
      counties: (form.data?.counties ?? []).filter((each) => each.id !== me.county.id),
      districts: form.data?.counties.find((each) => each.id === me.county.id)?.districts ?? [],
      beside: beside ?? [],
      form: actsWithForm.includes(type) ? formFor(programme.data, type) : null,
      me: me.id,
      ready,
    };
  }, [ready, one, type, programme.data, workers.data, units.data, family.data, form.data, words.data, beside, me.id, me.county.id]);
}
