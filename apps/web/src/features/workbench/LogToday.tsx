// What an auditor asks first: does the log hold, and which emergency access was used lately, by whom, why, and was it right?
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { AuditState } from '../../log/AuditState.tsx';
import { EmergencyOutcome } from '../../log/EmergencyOutcome.tsx';
import { may, useMe } from '../../session/me.ts';
import { Section } from '../../ui/Section.tsx';
import { formatMoment, m } from '../../words/index.ts';
import styles from './Workbench.module.css';

/** As many as stand on a screen without moving it. */
const most = 8;

/** Both, each with the way to the whole. */
export function LogToday() {
  const me = useMe();
  const state = useQuery({ queryKey: ['audit', 'state'], queryFn: () => api.audit.state({}), refetchInterval: 30_000 });
  const uses = useQuery({
    queryKey: ['breakglass', 'last'],
    queryFn: () => api.breakglass.list({ limit: most }),
    enabled: may(me, 'breakglass.review'),
    refetchInterval: 60_000,
  });
  return (
    <>
      <Section as="h2" title={m.audit_log()} end={<Link to="/audit">{m.all()}</Link>} />
      <div className="pad">
        <Shown query={state}>{(data) => <AuditState state={data} />}</Shown>
      </div>
      {uses.data && (
        <>
          <Section
            as="h2"
            title={m.breakglass()}
            end={
              <Link to="/audit" search={{ tab: 'emergency' }}>
                {m.all()}
              </Link>
            }
          />
          {uses.data.rows.length === 0 && <p className="pad i2">{m.breakglass_none()}</p>}
          <ul className={styles.changes}>
            {uses.data.rows.map((use) => (
              <li key={use.id}>
                <span />
                <span>
                  <b>{use.accountName}</b> {use.targetNumber ?? ''} {use.reason}
                </span>
                <EmergencyOutcome use={use} />
                <span className="i3 t-xs">{formatMoment(use.at)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
