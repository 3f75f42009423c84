// What the reporter takes away: number and code, shown once. Files chosen before are sent now, each with its state.
import { useEffect, useRef, useState } from 'react';
import { readProblem } from '../../client/problem.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { formatMoment, language, m } from '../../words/index.ts';
import { PublicFrame } from './PublicFrame.tsx';
import styles from './Report.module.css';
import { uploadByReceipt } from './upload-receipt.ts';

type FileState = { file: File; state: 'waiting' | 'done' | 'failed'; percent?: number; why?: string };
type Props = { sent: { receipt: string; code: string; handledBy: string }; files: File[]; demo: boolean };

/** The receipt. */
export function Receipt({ sent, files, demo }: Props) {
  const [states, setStates] = useState<FileState[]>(files.map((file) => ({ file, state: 'waiting' })));
  const started = useRef(false);
  const put = (file: File, more: Partial<FileState>) =>
    setStates((all) => all.map((each) => (each.file === file ? { ...each, ...more } : each)));
  const send = async (file: File) => {
    put(file, { state: 'waiting' });
    try {
      await uploadByReceipt({ number: sent.receipt, code: sent.code }, file, (percent) => put(file, { percent }));
      put(file, { state: 'done' });
    } catch (error) {
      put(file, { state: 'failed', why: readProblem(error).sentence });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent once, when the receipt appears
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void (async () => {
      for (const file of files) await send(file);
    })();
  }, []);
  return (
    <PublicFrame
      title={m.report_received()}
      demo={demo}
      foot={
        <div className={`${styles.actions} ${styles.single}`}>
          <Button tone="primary" onClick={() => window.print()}>
            <Icon name="print" />
            {m.print()}
          </Button>
        </div>
      }
    >
      <div className="stack">
        <p>{m.report_thanks({ time: formatMoment(sent.handledBy) })}</p>
        <div className={styles.receipt}>
          <span className="t-s i2">{m.receipt_number()}</span>
          <output data-testid="receipt-number">{sent.receipt}</output>
          <span className="t-s i2">{m.receipt_code()}</span>
          <output data-testid="receipt-code">{sent.code}</output>
        </div>
        <p className="i2">{m.receipt_keep()}</p>
        {states.length > 0 && (
          <ul className={styles.files} aria-live="polite">
            {states.map(({ file, state, percent, why }) => (
              <li key={`${file.name}-${file.size}`}>
                <Icon name={state === 'done' ? 'check' : 'file'} />
                <span className="el">{file.name}</span>
                <span className="sp" />
                <span className={state === 'failed' ? 'urg' : 'i3'}>
                  {state === 'waiting'
                    ? percent === undefined
                      ? m.report_sending()
                      : m.upload_sending({ n: percent })
                    : state === 'done'
                      ? m.file_sent()
                      : why}
                </span>
                {state === 'failed' && (
                  <Button size="small" onClick={() => void send(file)}>
                    {m.try_again()}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <div className="row wrap">
          <a href={language() === 'en' ? '/report/status?lang=en' : '/report/status'} className={buttonClass()}>
            {m.receipt_status()}
          </a>
        </div>
      </div>
    </PublicFrame>
  );
}
