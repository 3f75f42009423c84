// Files to an own report, by its receipt: the body is the file, the code stands in a header, never in the address. They go the way of all uploads: one after the other,
// with how far each is, and on by itself after a line that was cut.
import { sendFile } from '../../uploads/send-file.ts';
import { startUploads } from '../../uploads/uploads.ts';

export type ReceiptKey = { readonly number: string; readonly code: string };

/** Where the files of a receipt are listed while they are under way. */
export const receiptPlace = ({ number }: ReceiptKey): string => `receipt:${number}`;

/** Begins to send; `onKept` is told of each file that the server has. */
export function uploadByReceipt(receipt: ReceiptKey, files: readonly File[], onKept: (file: File) => void): void {
  startUploads(receiptPlace(receipt), files, async (file, { key, onSent, signal }) => {
    await sendFile({
      url: `/api/receipts/${encodeURIComponent(receipt.number)}/files?name=${encodeURIComponent(file.name)}`,
      file,
      key,
      headers: { 'receipt-code': receipt.code },
      onSent,
      signal,
    });
    onKept(file);
  });
}
