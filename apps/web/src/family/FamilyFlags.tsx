// Flags from the source systems: meaning, whom, what, on which legal basis and how old. A sensitive one opens only with a reason.
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { ReasonDialog } from '../frame/ReasonDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Section } from '../ui/Section.tsx';
import { Shape } from '../ui/Shape.tsx';
import styles from '../ui/Table.module.css';
import { basisWord } from '../words/basis.ts';
import { formatDate, m } from '../words/index.ts';
import { useLabel } from '../words/label.ts';

type Both = { zh: string; en: string };
type Flag = {
  id: string;
  personId: string;
  sourceLabel: Both;
  code: string | null;
  label: Both | null;
  severity: 'urgent' | 'attention' | 'normal';
  legalBasis: string;
  asOf: string;
};
type Props = {
  flags: readonly Flag[];
  people: readonly { id: string; name: string | null }[];
  reportId?: string;
  opened?: ReadonlyMap<string, { label: string }>;
  onOpened?: (id: string, label: string) => void;
};

/** The table of flags. */
export function FamilyFlags({ flags, people, reportId, opened, onOpened }: Props) {
  const label = useLabel();
  const [asking, setAsking] = useState<Flag | undefined>(undefined);
  const open = useWrite(api.screening.openFlag, {
    refresh: [],
    onDone: (flag) => {
      onOpened?.(flag.id, label(flag.label));
      setAsking(undefined);
    },
  });
  const word = { urgent: m.meaning_urgent(), attention: m.meaning_attention(), normal: m.meaning_normal() };
  const tone = { urgent: 'urg', attention: 'att', normal: 'nor' };
  return (
    <>
      <Section title={m.flags({ n: flags.length })} end={m.basis_and_age()} />
      {flags.length > 0 && (
        <table className={`${styles.table} ${styles.tight}`}>
          <colgroup>
            <col style={{ width: 76 }} />
            <col style={{ width: 84 }} />
            <col />
            <col style={{ width: '46%' }} />
          </colgroup>
          <thead className="vh">
            <tr>
              <th scope="col">{m.meaning()}</th>
              <th scope="col">{m.who()}</th>
              <th scope="col">{m.flag()}</th>
              <th scope="col">{m.basis_and_age()}</th>
            </tr>
          </thead>
          <tbody>
            {flags.map((flag) => {
              const said = opened?.get(flag.id)?.label ?? label(flag.label);
              return (
                <tr key={flag.id}>
                  <td>
                    {flag.code === null && !said ? (
                      <span className="in i3">
                        <Icon name="lock" />
                        {m.restricted()}
                      </span>
                    ) : (
                      <span className={`in ${tone[flag.severity]}`}>
                        <Shape meaning={flag.severity} />
                        {word[flag.severity]}
                      </span>
                    )}
                  </td>
                  <td className="nw">{people.find((each) => each.id === flag.personId)?.name ?? m.unnamed()}</td>
                  <td title={said}>
                    {said || (
                      <>
                        {m.sensitive_flag()}{' '}
                        {reportId && (
                          <Button tone="bare" size="small" onClick={() => setAsking(flag)}>
                            {m.open()}
                          </Button>
                        )}
                      </>
                    )}
                  </td>
                  <td className="i2 num" title={basisWord(flag.legalBasis)}>
                    {label(flag.sourceLabel)}·{basisWord(flag.legalBasis)}·{formatDate(flag.asOf)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {asking && reportId && (
        <ReasonDialog
          title={m.sensitive_flag()}
          note={m.sensitive_flag_law()}
          busy={open.busy}
          onClose={() => setAsking(undefined)}
          draft={`flag.${asking.id}`}
          onReason={(reason, sent) => open.run({ reportId, flagId: asking.id, reason }, { onSuccess: sent })}
        />
      )}
    </>
  );
}
