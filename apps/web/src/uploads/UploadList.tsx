// The files under way of one place, each with how far it is, what is the matter, and a way to take it back or try again.
import { UPLOAD_LIMIT } from '@anwang/contract/shapes';
import { useEffect, useRef } from 'react';
import { useSessionLost } from '../session/lost.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';
import styles from './UploadList.module.css';
import { cancelUpload, retryUpload, type Upload, useUploads } from './uploads.ts';

const share = ({ file, sent }: Upload): number => (file.size === 0 ? 100 : Math.min(100, Math.floor((sent / file.size) * 100)));

function stateWord(upload: Upload): string {
  const words: Record<Upload['state'], () => string> = {
    waiting: m.upload_waiting,
    sending: () => m.upload_sending({ n: share(upload) }),
    keeping: m.upload_keeping,
    again: m.upload_again,
    failed: () => upload.why ?? m.problem_unknown(),
  };
  return words[upload.state]();
}

/** The list; nothing when no file is under way. */
export function UploadList({ place }: { place: string }) {
  const uploads = useUploads(place);
  const lost = useSessionLost();
  const was = useRef(lost);
  // What stopped because the session had ended goes on when it is there again.
  useEffect(() => {
    if (was.current && !lost) for (const one of uploads) if (one.state === 'failed') retryUpload(one.id);
    was.current = lost;
  }, [lost, uploads]);
  if (uploads.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={m.uploads()} data-print="no">
      {uploads.map((one) => (
        <li key={one.id}>
          <Icon name="file" />
          <span className={styles.name}>{one.file.name}</span>
          <progress max={100} value={one.state === 'waiting' || one.state === 'again' ? 0 : share(one)} aria-label={one.file.name} />
          <span className={one.state === 'failed' ? 'urg' : 'i2'} role={one.state === 'failed' ? 'alert' : undefined}>
            {stateWord(one)}
          </span>
          <span className={styles.acts}>
            {one.state === 'failed' && one.file.size <= UPLOAD_LIMIT && (
              <Button size="small" onClick={() => retryUpload(one.id)} aria-label={`${m.try_again()} ${one.file.name}`}>
                {m.try_again()}
              </Button>
            )}
            {one.state !== 'keeping' && (
              <Button size="small" tone="bare" onClick={() => cancelUpload(one.id)} aria-label={`${m.cancel()} ${one.file.name}`}>
                {m.cancel()}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
