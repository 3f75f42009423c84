// Photographs and documents to go with a report; chosen here, sent after the report itself has been received.
import { useId } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { m } from '../../words/index.ts';
import styles from './Report.module.css';

/** A list of chosen files with a way to add and remove. */
export function AttachFiles({ files, onFiles }: { files: File[]; onFiles: (next: File[]) => void }) {
  const id = useId();
  return (
    <div className={styles.files}>
      {/* The browser's own button speaks the browser's language; ours speaks the page's. */}
      <input
        id={id}
        className="vh"
        type="file"
        multiple
        accept="image/*,audio/*,video/*,.pdf,.docx,.xlsx,.odt,.txt"
        onChange={(event) => {
          onFiles([...files, ...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className={styles.pick}>
        <Icon name="camera" />
        {m.report_attach()}
      </label>
      <ul>
        {files.map((file) => (
          <li key={`${file.name}-${file.size}-${file.lastModified}`}>
            <Icon name="file" />
            <span className="el">{file.name}</span>
            <span className="sp" />
            <Button tone="bare" size="small" onClick={() => onFiles(files.filter((each) => each !== file))}>
              {m.remove()}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
