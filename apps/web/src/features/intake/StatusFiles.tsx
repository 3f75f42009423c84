// Files added later by the holder of a receipt.
import { useState } from 'react';
import { readProblem } from '../../client/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../words/index.ts';
import { AttachFiles } from './AttachFiles.tsx';
import { uploadByReceipt } from './upload-receipt.ts';

/** Choose and send; those that fail stay in the list. */
export function StatusFiles({ receipt, onSent }: { receipt: { number: string; code: string }; onSent: () => void }) {
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const left: File[] = [];
    for (const file of files) {
      try {
        await uploadByReceipt(receipt, file);
      } catch (error) {
        left.push(file);
        say(`${file.name}：${readProblem(error).sentence}`, 'failed');
      }
    }
    setFiles(left);
    setBusy(false);
    onSent();
  };
  return (
    <div className="stack">
      <AttachFiles files={files} onFiles={setFiles} />
      {files.length > 0 && (
        <div>
          <Button busy={busy} onClick={() => void send()}>
            {m.addition_send()}
          </Button>
        </div>
      )}
    </div>
  );
}
