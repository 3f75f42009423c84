// Sends one file to an own report: the body is the file, the code stands in a header, never in the address.
import { sendFile } from '../../uploads/send-file.ts';

/** One key a file, so that trying again after a lost answer keeps it once. */
const keys = new WeakMap<File, string>();

/** Uploads to a report by its receipt. Throws the server's problem. @param onShare how much of it has been sent, in percent */
export async function uploadByReceipt(
  receipt: { number: string; code: string },
  file: File,
  onShare?: (percent: number) => void,
): Promise<void> {
  const key = keys.get(file) ?? crypto.randomUUID();
  keys.set(file, key);
  await sendFile({
    url: `/api/receipts/${encodeURIComponent(receipt.number)}/files?name=${encodeURIComponent(file.name)}`,
    file,
    key,
    headers: { 'receipt-code': receipt.code },
    onSent: (bytes) => onShare?.(file.size === 0 ? 100 : Math.min(100, Math.floor((bytes / file.size) * 100))),
  });
}
