// What may be told about a report, to whoever holds number and code: received, being handled, handled; and a way to add what was forgotten.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { publicApi } from '../../client/public-api.ts';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox, TextArea, TextInput } from '../../ui/inputs.tsx';
import { Telephone } from '../../ui/Telephone.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { PublicFrame } from './PublicFrame.tsx';
import styles from './Report.module.css';
import { StatusFiles } from './StatusFiles.tsx';
import type { ReceiptKey } from './upload-receipt.ts';
import { useFormChoices } from './use-form-choices.ts';

type Status = Awaited<ReturnType<typeof publicApi.receiptStatus>>;

/** The status page. @param known a receipt that was just given: it is looked up at once */
export function StatusPage({ known }: { known?: ReceiptKey }) {
  const choices = useFormChoices();
  const label = useLabel();
  const [number, setNumber] = useState(known?.number ?? '');
  const [code, setCode] = useState(known?.code ?? '');
  const [status, setStatus] = useState<Status | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [text, setText] = useState('');
  const [danger, setDanger] = useState(false);
  const ask = useWrite(publicApi.receiptStatus, {
    refresh: [],
    onDone: (answer) => {
      setStatus(answer);
      setProblem(undefined);
    },
    onProblem: (found) => {
      setStatus(undefined);
      setProblem(Object.keys(found.fields).length > 0 ? m.receipt_wrong() : found.sentence);
      return true;
    },
  });
  const add = useWrite(publicApi.addByReceipt, {
    refresh: [],
    done: m.addition_sent(),
    onDone: () => {
      setText('');
      setDanger(false);
      ask.run({ number, code });
    },
  });
  const begun = useRef(false);
  useEffect(() => {
    if (known === undefined || begun.current) return;
    begun.current = true;
    ask.run({ number: known.number, code: known.code });
  });
  const look = (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    ask.run({ number, code });
  };
  const state =
    status &&
    { received: m.receipt_state_received(), handling: m.receipt_state_handling(), handled: m.receipt_state_handled() }[status.state];
  return (
    <PublicFrame title={m.receipt_status()} demo={choices.data?.demo ?? false}>
      <form onSubmit={look} className={styles.person}>
        <TextInput label={m.receipt_number()} value={number} onChange={setNumber} maxLength={60} required />
        <TextInput label={m.receipt_code()} value={code} onChange={setCode} maxLength={120} required error={problem} />
        <div>
          <Button type="submit" tone="primary" size="large" busy={ask.busy}>
            {m.receipt_look()}
          </Button>
        </div>
      </form>
      {status && (
        <section className={styles.card} aria-live="polite">
          <h2>
            <b>{state}</b>
          </h2>
          <p className="i2">
            {m.receipt_received_at({ time: formatMoment(status.receivedAt) })}
            {status.handledAt ? `${m.clause_mark()}${m.receipt_handled_at({ time: formatMoment(status.handledAt) })}` : ''}
          </p>
          {status.handedTo && <p>{m.receipt_handed_to({ county: label(status.handedTo) })}</p>}
          {status.ask && (
            <p>
              {m.receipt_ask({ unit: label(status.ask.unit) })} <Telephone number={status.ask.telephone} of={label(status.ask.unit)} />
            </p>
          )}
          <p className="t-s i3">{m.receipt_law()}</p>
          {status.additions.length > 0 && (
            <ul className={styles.files}>
              {status.additions.map((each) => (
                <li key={each.at}>
                  {formatMoment(each.at)} {each.kind === 'text' ? m.addition_text() : m.addition_file()}
                </li>
              ))}
            </ul>
          )}
          <TextArea label={m.addition_label()} value={text} onChange={setText} maxLength={4000} />
          <CheckBox label={m.addition_danger()} checked={danger} onChange={setDanger} />
          <div>
            <Button busy={add.busy} disabled={text.trim() === ''} onClick={() => add.run({ number, code, text, immediateDanger: danger })}>
              {m.addition_send()}
            </Button>
          </div>
          <StatusFiles receipt={{ number, code }} onSent={() => ask.run({ number, code })} />
        </section>
      )}
    </PublicFrame>
  );
}
