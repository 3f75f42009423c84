// Files of a case: a copy without metadata to download; adding one uploads it, then records it in the case.

import { UPLOAD_LIMIT } from '@anwang/contract/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Empty } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import styles from '../../uploads/UploadList.module.css';
import { UploadList } from '../../uploads/UploadList.tsx';
import { startUploads } from '../../uploads/uploads.ts';
import { formatMoment, m } from '../../words/index.ts';
import { addFile } from './add-file.ts';
import type { Workspace } from './queries.ts';

type Props = {
  one: Workspace;
  /** Somebody asked to add a file: the chooser opens at once, and it is told that it did. */
  choosing?: boolean;
  onChosen?: () => void;
};

/** The files tab. */
export function FilesTab({ one, choosing = false, onChosen }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!choosing) return;
    chooser.current?.focus();
    chooser.current?.click();
    onChosen?.();
  }, [choosing, onChosen]);
  const me = useMe();
  const id = useId();
  const client = useQueryClient();
  const [work] = useState(() => addFile(client, one.id));
  const place = `case ${one.id}`;
  const canAdd = may(me, 'file.write') && one.allowed.some((each) => each.type === 'attachFile');
  return (
    <>
      {canAdd && (
        <p className="pad row wrap" data-print="no">
          {/* The browser's own button speaks the browser's language; ours speaks the page's. */}
          <input
            id={id}
            ref={chooser}
            className="vh"
            type="file"
            multiple
            onChange={(event) => {
              startUploads(place, [...(event.target.files ?? [])], work);
              event.target.value = '';
            }}
          />
          <label htmlFor={id} className={`${buttonClass()} ${styles.pick}`}>
            <Icon name="plus" />
            {m.add_file()}
          </label>
          <span className="i3 t-xs">{m.files_at_most({ mb: UPLOAD_LIMIT / 1_048_576 })}</span>
        </p>
      )}
      <UploadList place={place} />
      {one.files.length === 0 ? (
        <Empty title={m.files_empty()}>{m.files_empty_more()}</Empty>
      ) : (
        <table className={tableStyles.table}>
          <tbody>
            {one.files.map((each) => (
              <tr key={each.id}>
                <td>
                  <a href={`/api/files/${each.id}`} download={each.name}>
                    {each.name}
                  </a>
                </td>
                <td>{m.file_size({ kb: Math.ceil(each.bytes / 1024) })}</td>
                <td className="i3">
                  {formatMoment(each.at)}
                  {m.clause_mark()}
                  {each.by}
                </td>
                <td>
                  {each.scan === 'infected' ? (
                    <Badge tone="urgent">{m.scan_infected()}</Badge>
                  ) : each.scan === 'clean' ? (
                    <Badge>{m.scan_clean()}</Badge>
                  ) : (
                    <Badge>{m.scan_none()}</Badge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
