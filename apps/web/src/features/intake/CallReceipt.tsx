// What the operator reads to the caller: number and code. The code is shown this once, so it stands until the operator has told it.
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { m } from '../../words/index.ts';
import styles from './Report.module.css';

type Props = { sent: { receipt: string; code: string }; onTold: () => void };

/** The receipt of a report that was just taken. */
export function CallReceipt({ sent, onTold }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.focus();
  }, []);
  return (
    <section ref={box} tabIndex={-1} className={styles.told} aria-label={m.report_received()}>
      <div className={styles.receipt}>
        <span className="t-s i2">{m.receipt_number()}</span>
        <output>{sent.receipt}</output>
        <span className="t-s i2">{m.receipt_code()}</span>
        <output>{sent.code}</output>
      </div>
      <div className="row wrap">
        <span className="i2">{m.desk_receipt_tell()}</span>
        <Button onClick={onTold}>{m.desk_receipt_told()}</Button>
      </div>
    </section>
  );
}
