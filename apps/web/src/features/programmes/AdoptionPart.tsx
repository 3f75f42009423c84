// By which version open cases are kept, what going over to the one in force would change, and the two who decide it. Shown to whoever keeps the rules of a county.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { AdoptionCases } from './AdoptionCases.tsx';
import { type Adoption, clockChangeWord, differenceWord, standWord, whatWord } from './adoption-words.ts';
import styles from './Programmes.module.css';

const underWay = (one: Adoption | null): boolean => one !== null && ['looking', 'looked', 'proposed', 'approved'].includes(one.status);

/** The part below the rules of a programme. */
export function AdoptionPart({ programme }: { programme: string }) {
  const me = useMe();
  const allowed = may(me, 'statement.read');
  const query = useQuery({
    queryKey: ['adoptions', programme],
    queryFn: () => api.adoptions.standing({ programme }),
    enabled: allowed,
    // While the machine works somebody watches.
    refetchInterval: ({ state }) => (['looking', 'approved'].includes(state.data?.adoption?.status ?? '') ? 2000 : false),
  });
  if (!allowed) return null;
  return (
    <section aria-label={m.adoption_title()} data-print="no">
      <Section title={m.adoption_title()} as="h3" />
      <Shown query={query}>
        {({ current, open, adoption }) => {
          const older = open.some((one) => one.version !== current);
          return (
            <div className={styles.adoption}>
              <p>
                {open.map((one) => (
                  <span key={one.version} className={styles.version}>
                    {m.adoption_open({ n: one.cases, version: one.version })}{' '}
                    {one.version === current && <Badge tone="teal">{m.adoption_current()}</Badge>}
                  </span>
                ))}
              </p>
              <p className="i2">{older || underWay(adoption) ? m.adoption_more() : m.adoption_none()}</p>
              {older && !underWay(adoption) && may(me, 'statement.propose') && <Look programme={programme} />}
              {adoption && <Stands one={adoption} />}
            </div>
          );
        }}
      </Shown>
    </section>
  );
}

function Look({ programme }: { programme: string }) {
  const look = useWrite(api.adoptions.look, { refresh: [['adoptions', programme]] });
  return (
    <p>
      <Button tone="primary" busy={look.busy} onClick={() => look.run({ programme })}>
        {m.adoption_look()}
      </Button>
    </p>
  );
}

function Stands({ one }: { one: Adoption }) {
  const label = useLabel();
  const { cases } = one;
  const seen = one.status !== 'looking' && one.status !== 'dropped';
  return (
    <>
      <p>
        <b>{standWord(one)}</b>
      </p>
      {seen && (
        <>
          <ul className={styles.facts}>
            {cases.pending > 0 && <li>{m.adoption_pending({ n: cases.pending })}</li>}
            {cases.ended > 0 && <li>{m.adoption_ended({ n: cases.ended })}</li>}
            {cases.failed > 0 && <li>{m.adoption_failed({ n: cases.failed })}</li>}
          </ul>
          <h4>{m.adoption_differs()}</h4>
          <ul className={styles.facts}>
            {one.differs.map((each) => (
              <li key={`${each.from} ${each.what} ${each.label.zh}`}>
                {whatWord(each.what)} {label(each.label)} <Badge>{differenceWord(each.change)}</Badge>{' '}
                <span className="i3 t-xs">{m.adoption_from({ version: each.from })}</span>
              </li>
            ))}
          </ul>
          <h4>{m.adoption_clocks()}</h4>
          <ul className={styles.facts}>
            {one.clocks.map((each) => (
              <li key={`${each.rule} ${each.change}`}>
                {label(each.label)} {clockChangeWord(each.change)} <span className="num">{m.adoption_n_cases({ n: each.cases })}</span>
              </li>
            ))}
            {one.clocks.length === 0 && <li className="i2">{m.adoption_no_clocks()}</li>}
          </ul>
          <Steps one={one} />
          {cases.all > 0 && <AdoptionCases id={one.id} version={one.version} />}
        </>
      )}
    </>
  );
}

function Steps({ one }: { one: Adoption }) {
  const me = useMe();
  const [sure, setSure] = useState(false);
  const refresh = { refresh: [['adoptions']] as const };
  const propose = useWrite(api.adoptions.propose, refresh);
  const decide = useWrite(api.adoptions.decide, { ...refresh, onDone: () => setSure(false) });
  const step = (which: 'propose' | 'drop' | 'again') => propose.run({ adoptionId: one.id, version: one.version, step: which });
  const decideAs = (decision: 'approved' | 'refused') => decide.run({ adoptionId: one.id, version: one.version, decision });
  const mayPropose = may(me, 'statement.propose');
  const mayApprove = may(me, 'statement.approve');
  return (
    <div className={styles.steps}>
      {mayPropose && one.status === 'looked' && one.cases.waiting > 0 && (
        <Button tone="primary" busy={propose.busy} onClick={() => step('propose')}>
          {m.adoption_propose()}
        </Button>
      )}
      {mayPropose && (one.status === 'looked' || one.status === 'proposed') && (
        <Button busy={propose.busy} onClick={() => step('drop')}>
          {one.status === 'looked' ? m.adoption_drop() : m.adoption_withdraw()}
        </Button>
      )}
      {mayPropose && one.status === 'approved' && (
        <Button busy={propose.busy} onClick={() => step('again')}>
          {m.adoption_again()}
        </Button>
      )}
      {mayApprove && one.status === 'proposed' && one.mine && <p className="i2">{m.adoption_own()}</p>}
      {mayApprove && one.status === 'proposed' && !one.mine && (
        <>
          <Button tone="primary" onClick={() => setSure(true)}>
            {m.adoption_approve()}
          </Button>
          <Button busy={decide.busy} onClick={() => decideAs('refused')}>
            {m.adoption_refuse()}
          </Button>
        </>
      )}
      {sure && (
        <Dialog
          open
          title={m.adoption_approve()}
          onClose={() => setSure(false)}
          actions={
            <Button tone="primary" busy={decide.busy} onClick={() => decideAs('approved')}>
              {m.adoption_approve()}
            </Button>
          }
        >
          <p>{m.adoption_approve_sure({ n: one.cases.waiting, version: one.to })}</p>
        </Dialog>
      )}
    </div>
  );
}
