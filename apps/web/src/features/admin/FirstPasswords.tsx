// First passwords of many accounts, shown once: on the screen and as a file to be handed out person by person.
import { csvFile } from '@anwang/core/exports';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import tableStyles from '../../ui/Table.module.css';
import { m } from '../../words/index.ts';

type Props = { passwords: readonly { userName: string; name: string; password: string }[]; onClose: () => void };

/** The list and the file. */
export function FirstPasswords({ passwords, onClose }: Props) {
  const [saved, setSaved] = useState(passwords.length === 0);
  const [asked, setAsked] = useState(false);
  // They are shown once: a slip of the hand asks again.
  const close = () => (saved || asked ? onClose() : setAsked(true));
  const save = () => {
    setSaved(true);
    setAsked(false);
    const lines = [[m.user_name(), m.name(), m.first_password()], ...passwords.map((one) => [one.userName, one.name, one.password])];
    const url = URL.createObjectURL(new Blob([csvFile(lines)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'first-passwords.csv';
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Dialog
      title={m.staff_done({ n: passwords.length })}
      open
      onClose={close}
      width="wide"
      actions={
        <>
          {asked && (
            <span className="urg" role="alert">
              {m.staff_passwords_unsaved()}
            </span>
          )}
          <span className="sp" />
          <Button onClick={close}>{asked ? m.staff_passwords_leave() : m.close()}</Button>
          {passwords.length > 0 && (
            <Button tone="primary" onClick={save}>
              {m.staff_passwords_save()}
            </Button>
          )}
        </>
      }
    >
      {passwords.length > 0 && <p>{m.staff_passwords_more()}</p>}
      <table className={tableStyles.table}>
        <tbody>
          {passwords.map((one) => (
            <tr key={one.userName}>
              <td>{one.userName}</td>
              <td>{one.name}</td>
              <td>
                <code data-raw>{one.password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
