// Rights as rows: a role, how far it reaches, until when. Only roles and reaches that the server offers can be chosen.
import { useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { SelectInput } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Admin.module.css';
import { asReach, type GrantDraft } from './grants.ts';
import { useNames, withHeld } from './names.ts';
import { useRoles } from './roles.ts';

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
  const names = useNames();
  const put = (key: string, more: Partial<GrantDraft>) => onChange(grants.map((each) => (each.key === key ? { ...each, ...more } : each)));
  const placeOf = (reach: string) => (reach === 'county' ? me.county.id : null);
  const of = (role: string) => roles.data?.roles.find((each) => each.id === role);
  const choose = (key: string, role: string) => {
    const reach = asReach(of(role)?.reaches[0] ?? 'unit');
    // The place of another reach (a unit) means nothing for this one.
    put(key, { role, reach, reachId: placeOf(reach) });
  };
  return (
    <div className={styles.grants}>
      {grants.length === 0 && <p className="i2">{m.admin_grants_none()}</p>}
      {grants.map((grant, at) => (
        <div key={grant.key} className={styles.grant}>
          <SelectInput
            label={m.admin_role()}
            required
            value={grant.role}
            choices={(roles.data?.roles ?? []).map((each) => ({ value: each.id, label: label(each.label) }))}
            onChange={(role) => choose(grant.key, role)}
            error={errors[`grants.${at}.role`]}
          />
          <SelectInput
            label={m.admin_reach()}
            value={grant.reach}
            choices={(of(grant.role)?.reaches ?? [grant.reach]).map((each) => ({ value: each, label: reachWord(each) }))}
            onChange={(reach) => put(grant.key, { reach: asReach(reach), reachId: placeOf(reach) })}
            error={errors[`grants.${at}.reach`]}
          />
          {grant.reach === 'unit' && (
            <SelectInput
              label={m.unit()}
              value={grant.reachId}
              empty={m.own_unit()}
              choices={withHeld(names.units, grant.reachId, m.account_closed())}
              onChange={(id) => put(grant.key, { reachId: id || null })}
              error={errors[`grants.${at}.reachId`]}
            />
          )}
          {grant.reach === 'district' && (
            <SelectInput
              label={m.district()}
              value={grant.reachId}
              choices={names.districts}
              onChange={(id) => put(grant.key, { reachId: id || null })}
              error={errors[`grants.${at}.reachId`]}
            />
          )}
          <DateInput
            label={m.admin_until()}
            value={grant.until}
            onChange={(until) => put(grant.key, { until })}
            error={errors[`grants.${at}.until`]}
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
