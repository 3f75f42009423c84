// Rights as rows: a role, how far it reaches, until when. Only roles and reaches that the server offers can be chosen.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { SelectInput } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { isDay } from '../../words/roc-date.ts';
import styles from './Admin.module.css';
import { useRoles } from './roles.ts';

export type Reach = 'national' | 'county' | 'district' | 'unit' | 'assigned' | 'shared' | 'own' | 'none';
export type GrantDraft = { key: string; role: string; reach: Reach; reachId: string | null; until: string | null };
const reaches: readonly Reach[] = ['national', 'county', 'district', 'unit', 'assigned', 'shared', 'own', 'none'];

/** A reach read from text. */
export function asReach(text: string): Reach {
  return reaches.find((each) => each === text) ?? 'none';
}

function reachWord(reach: string): string {
  const words: Record<string, string> = {
    national: m.reach_national(),
    county: m.reach_county(),
    district: m.reach_district(),
    unit: m.reach_unit(),
    assigned: m.reach_assigned(),
    shared: m.reach_shared(),
    own: m.reach_own(),
    none: m.reach_none(),
  };
  return words[reach] ?? reach;
}

type Props = {
  grants: readonly GrantDraft[];
  onChange: (next: GrantDraft[]) => void;
  /** Sentences by path, as the server named them. */
  errors: Readonly<Record<string, string>>;
};

/** The editor of a list of rights. */
export function GrantsEditor({ grants, onChange, errors }: Props) {
  const me = useMe();
  const label = useLabel();
  const roles = useRoles();
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.reference.units({}), staleTime: 600_000 });
  const places = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: 3_600_000 });
  const put = (key: string, more: Partial<GrantDraft>) => onChange(grants.map((each) => (each.key === key ? { ...each, ...more } : each)));
  // Rows without a role are not sent.
  const sentAt = (at: number) => grants.slice(0, at).filter((each) => each.role !== '').length;
  const of = (role: string) => roles.data?.roles.find((each) => each.id === role);
  return (
    <div className={styles.grants}>
      {grants.map((grant, at) => (
        <div key={grant.key} className={styles.grant}>
          <SelectInput
            label={m.admin_role()}
            value={grant.role}
            choices={(roles.data?.roles ?? []).map((each) => ({ value: each.id, label: label(each.label) }))}
            onChange={(role) => put(grant.key, { role, reach: asReach(of(role)?.reaches[0] ?? 'unit') })}
            error={errors[`grants.${sentAt(at)}.role`]}
          />
          <SelectInput
            label={m.admin_reach()}
            value={grant.reach}
            choices={(of(grant.role)?.reaches ?? [grant.reach]).map((each) => ({ value: each, label: reachWord(each) }))}
            onChange={(reach) => put(grant.key, { reach: asReach(reach), reachId: reach === 'county' ? me.county.id : null })}
            error={errors[`grants.${sentAt(at)}.reach`]}
          />
          {grant.reach === 'unit' && (
            <SelectInput
              label={m.unit()}
              value={grant.reachId}
              empty={m.own_unit()}
              choices={(units.data?.units ?? []).map((each) => ({ value: each.id, label: label(each.name) }))}
              onChange={(id) => put(grant.key, { reachId: id || null })}
              error={errors[`grants.${sentAt(at)}.reachId`]}
            />
          )}
          {grant.reach === 'district' && (
            <SelectInput
              label={m.district()}
              value={grant.reachId}
              choices={(places.data?.districts ?? []).map((each) => ({ value: each.id, label: label(each.name) }))}
              onChange={(id) => put(grant.key, { reachId: id || null })}
              error={errors[`grants.${sentAt(at)}.reachId`]}
            />
          )}
          <DateInput
            label={m.admin_until()}
            value={grant.until}
            onChange={(until) => put(grant.key, { until })}
            error={errors[`grants.${sentAt(at)}.until`]}
          />
          <Button size="small" onClick={() => onChange(grants.filter((each) => each.key !== grant.key))}>
            {m.remove()}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => onChange([...grants, { key: crypto.randomUUID(), role: '', reach: 'unit', reachId: null, until: null }])}
        >
          {m.admin_add_grant()}
        </Button>
      </div>
    </div>
  );
}

/** Rights as the contract takes them: the end of the chosen day in Taipei; a text that is no day is sent as it is, to be named as wrong. */
export function toGrants(grants: readonly GrantDraft[]) {
  return grants
    .filter((each) => each.role !== '')
    .map((each) => ({
      role: each.role,
      reach: each.reach,
      reachId: each.reachId,
      until: isDay(each.until) ? new Date(`${each.until}T23:59:59+08:00`).toISOString() : each.until,
    }));
}
