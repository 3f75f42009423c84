// What the reporter takes away: number and code, shown once. Files chosen before are sent now, each with its state.
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { UploadList } from '../../uploads/UploadList.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { PublicFrame } from './PublicFrame.tsx';
import styles from './Report.module.css';
import { StatusPage } from './StatusPage.tsx';
import { receiptPlace, uploadByReceipt } from './upload-receipt.ts';

type Props = { sent: { receipt: string; code: string; handledBy: string }; files: File[]; demo: boolean };

/** The receipt. */
export function Receipt({ sent, files, demo }: Props) {
  const receipt = { number: sent.receipt, code: sent.code };
  const [kept, setKept] = useState<readonly File[]>([]);
  const [looking, setLooking] = useState(false);
  // Begun once, when the receipt appears; what is under way already is not taken twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent once, when the receipt appears
  useEffect(() => uploadByReceipt(receipt, files, (file) => setKept((all) => [...all, file])), []);
  // In the same document: number and code need not be typed again, and stand in no address.
  if (looking) return <StatusPage known={receipt} />;
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
        {kept.length > 0 && (
          <ul className={styles.files} aria-live="polite">
            {kept.map((file) => (
              <li key={`${file.name}-${file.size}-${file.lastModified}`}>
                <Icon name="check" />
                <span className="el">{file.name}</span>
                <span className="sp" />
                <span className="i3">{m.file_sent()}</span>
              </li>
            ))}
          </ul>
        )}
        <UploadList place={receiptPlace(receipt)} />
        <div className="row wrap">
          <Button onClick={() => setLooking(true)}>{m.receipt_status()}</Button>
        </div>
      </div>
    </PublicFrame>
  );
}
