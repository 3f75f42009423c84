// Files added later by the holder of a receipt.
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/toast.tsx';
import { UploadList } from '../../uploads/UploadList.tsx';
import { m } from '../../words/index.ts';
import { AttachFiles } from './AttachFiles.tsx';
import { type ReceiptKey, receiptPlace, uploadByReceipt } from './upload-receipt.ts';

/** Choose and send; what is under way or failed stays in the list below. */
export function StatusFiles({ receipt, onSent }: { receipt: ReceiptKey; onSent: () => void }) {
  const [files, setFiles] = useState<File[]>([]);
  const send = () => {
    uploadByReceipt(receipt, files, (file) => {
      say(`${file.name}：${m.file_sent()}`);
      onSent();
    });
    setFiles([]);
  };
  return (
    <div className="stack">
      <AttachFiles files={files} onFiles={setFiles} />
      {files.length > 0 && (
        <div>
          <Button onClick={send}>{m.addition_send()}</Button>
        </div>
      )}
      <UploadList place={receiptPlace(receipt)} />
    </div>
  );
}
