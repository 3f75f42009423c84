// A case that another unit would give, as that unit wrote it: taken with whoever leads it, or given back with a reason.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { isConflict, linesOf, showConflict, textOf } from '../../client/conflict.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { FormDialog } from '../../frame/FormDialog.tsx';
import { HandedCase } from '../../handed/HandedCase.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { SelectInput, TextArea } from '../../ui/inputs.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { MaybeOneOf } from '../../ui/OneOf.tsx';
import { Section } from '../../ui/Section.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../words/index.ts';
import { useChoices, useConceptWords, useDistrictWords, useLabel, useUnitWords } from '../../words/label.ts';
import { describePerson } from '../../words/person.ts';
import styles from './Dispatch.module.css';
import { type OfferOne, useOffer } from './queries.ts';

/** The right side of the inbox for such a case; once it is answered it is gone from there. */
export function OfferDetail({ moveId, onAnswered }: { moveId: string; onAnswered: () => void }) {
  const query = useOffer(moveId);
  return <Shown query={query}>{(offer) => <Detail offer={offer} onAnswered={onAnswered} />}</Shown>;
}

type Props = { offer: OfferOne; onAnswered: () => void };

function Detail({ offer, onAnswered }: Props) {
  const label = useLabel();
  const word = useConceptWords();
  const district = useDistrictWords();
  const unitWord = useUnitWords();
  const { offered } = offer;
  return (
    <>
      <Answer offer={offer} onAnswered={onAnswered} />
      <div className={styles.columns}>
        <div>
          <Section as="h2" title={`${offer.title ?? m.unnamed()}·${label(offer.programmeLabel)}`} end={<Ladder band={offer.band} />} />
          <dl className={styles.facts}>
            <dt>{m.offer_from()}</dt>
            <dd>{unitWord(offer.fromUnit)}</dd>
            <dt>{m.move_reason()}</dt>
            <dd>{word(offer.reason, 'moveReason')}</dd>
            <dt>{m.place()}</dt>
            <dd>{district(offer.districtName) || m.unknown()}</dd>
            <dt>{m.col_number()}</dt>
            <dd>{offer.number}</dd>
          </dl>
          <Section title={m.offer_summary()} />
          <p className={styles.text}>{offered ? offered.summary : m.offer_erased()}</p>
          <p className="pad i3 t-s">{m.offer_then()}</p>
        </div>
        <div>
          {offered && (
            <>
              <Section as="h2" title={m.offer_persons()} note={m.people_count({ n: offered.persons.length })} />
              <dl className={styles.facts}>
                {offered.persons.map((person) => (
                  <div key={`${person.id} ${person.role.zh}`} style={{ display: 'contents' }}>
                    <dt>{person.name ?? m.unnamed()}</dt>
                    <dd>
                      {[
                        describePerson(person.sex, person.age),
                        label(person.role),
                        person.relation ? word(person.relation, 'relation') : '',
                      ]
                        .filter(Boolean)
                        .join(m.clause_mark())}
                    </dd>
                  </div>
                ))}
              </dl>
              <HandedCase handed={offered.handed} within />
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** What became of it meanwhile: the other unit took it back, or a colleague answered. */
const becameOf = (status: string): string => (status === 'withdrawn' ? m.offer_withdrawn() : m.offer_answered());

function Answer({ offer, onAnswered }: Props) {
  const navigate = useNavigate();
  const [worker, setWorker] = useState('');
  const [returning, setReturning] = useState(false);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const named = offer.workers.find((each) => each.id === worker)?.name ?? '';
  const accept = useWrite(api.dispatch.takeMove, {
    ends: ['dispatch', 'moves', offer.id],
    onDone: (answer) => {
      onAnswered();
      say(m.accepted_as({ number: answer.caseNumber }), 'done', {
        label: m.open(),
        run: () => void navigate({ to: `/cases/${answer.caseId}` }),
      });
    },
    onProblem: (problem) => {
      if (isConflict(problem)) {
        showConflict({
          theirs: linesOf([m.conflict_now(), becameOf(textOf(problem.facts.theirs, 'status'))]),
          yours: linesOf([m.offer_lead(), named]),
        });
        return true;
      }
      setFault(problem.fields.workerId);
      return problem.fields.workerId !== undefined;
    },
  });
  return (
    <div className={styles.actions} data-print="no">
      {offer.answerDue && <Clock start={offer.sentAt} due={offer.answerDue} label={m.offer_clock()} />}
      <MaybeOneOf
        label={m.offer_lead()}
        value={worker}
        empty={m.choose()}
        choices={offer.workers
          .toSorted((a, b) => a.openCases - b.openCases)
          .map((each) => ({ value: each.id, label: each.name, note: m.open_count({ n: each.openCases }) }))}
        onChange={(next) => {
          setWorker(next);
          setFault(undefined);
        }}
      />
      <Button
        tone="primary"
        size="large"
        busy={accept.busy}
        disabled={worker === ''}
        onClick={() => accept.run({ moveId: offer.id, version: offer.version, workerId: worker })}
      >
        {m.accept()}
      </Button>
      <Button size="large" onClick={() => setReturning(true)}>
        {m.offer_return()}
      </Button>
      {fault && (
        <p className="att" role="alert">
          {fault}
        </p>
      )}
      {returning && <ReturnDialog offer={offer} onAnswered={onAnswered} onClose={() => setReturning(false)} />}
    </div>
  );
}

const nothing = { reason: '', note: '' };

function ReturnDialog({ offer, onAnswered, onClose }: Props & { onClose: () => void }) {
  const choicesOf = useChoices();
  const { value, change, state, savedAt, drop } = useDraft(`offer.${offer.id}`, nothing);
  const { reason, note } = value;
  const send = useWrite(api.dispatch.returnMove, {
    done: m.offer_returned(),
    ends: ['dispatch', 'moves', offer.id],
    onDone: () => {
      drop();
      onClose();
      onAnswered();
    },
  });
  return (
    <FormDialog
      title={m.offer_return_title()}
      action={m.offer_return()}
      busy={send.busy}
      ready={reason !== '' && note.trim() !== ''}
      draft={{ state, savedAt }}
      onClose={onClose}
      onSend={() => send.run({ moveId: offer.id, version: offer.version, reason, note })}
    >
      <p>{m.offer_return_what()}</p>
      <SelectInput
        label={m.coded_reason()}
        required
        value={reason}
        choices={choicesOf('moveReturnReason')}
        onChange={(next) => change({ ...value, reason: next })}
      />
      <TextArea label={m.reason()} required rows={3} maxLength={1000} value={note} onChange={(next) => change({ ...value, note: next })} />
    </FormDialog>
  );
}
