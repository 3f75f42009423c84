// Keeping me from my own family: the own national ID, given once, and from what I have withdrawn.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Section } from '../../ui/Section.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatDate, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';

/** The section of the account page. */
export function OwnFamily() {
  const label = useLabel();
  const own = useQuery({ queryKey: ['recusals', 'own'], queryFn: () => api.recusals.own({}) });
  const take = useWrite(api.recusals.takeNumber, { done: m.own_number_forgotten() });
  return (
    <section className="stack">
      <Section as="h2" title={m.own_family()} />
      <p className="i2">{m.own_family_more()}</p>
      <Shown query={own}>
        {(data) => (
          <>
            {data.number ? (
              <p className="row wrap">
                {m.own_number_given({ ending: data.number.ending, date: formatDate(data.number.since) })}
                <Button size="small" busy={take.busy} onClick={() => take.run({})}>
                  {m.own_number_forget()}
                </Button>
              </p>
            ) : (
              <GiveNumber />
            )}
            {data.rows.length > 0 && (
              <table className={tableStyles.table}>
                <tbody>
                  {data.rows.map((each) => (
                    <tr key={each.id}>
                      <td>
                        {each.kind === 'case' ? (
                          <Link to={`/cases/${each.targetId}`}>{each.number}</Link>
                        ) : (
                          m.report_number({ number: each.number })
                        )}
                      </td>
                      <td>{label(each.ground.label)}</td>
                      <td className="i3">{m.recused_since({ date: formatDate(each.declaredAt) })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

function GiveNumber() {
  const [nationalId, setNumber] = useState('');
  const give = useWrite(api.recusals.giveNumber, {
    done: m.own_number_kept(),
    onDone: () => setNumber(''),
    onProblem: (problem) => !problem.offline,
  });
  return (
    <>
      <TextInput
        label={m.own_number()}
        value={nationalId}
        onChange={setNumber}
        error={give.problem?.fields.nationalId ?? give.problem?.sentence}
      />
      <div>
        <Button busy={give.busy} disabled={nationalId.trim() === ''} onClick={() => give.run({ nationalId })}>
          {m.own_number_give()}
        </Button>
      </div>
    </>
  );
}
