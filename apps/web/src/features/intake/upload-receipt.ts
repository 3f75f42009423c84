// Sends one file to an own report: the body is the file, the code stands in a header, never in the address.
import { ApiProblem } from '@anwang/contract/client';

/** Uploads to a report by its receipt. Throws the server's problem. */
export async function uploadByReceipt(receipt: { number: string; code: string }, file: File): Promise<void> {
  const response = await fetch(`/api/receipts/${encodeURIComponent(receipt.number)}/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream', 'receipt-code': receipt.code, 'idempotency-key': crypto.randomUUID() },
  });
  if (!response.ok) throw new ApiProblem(await response.json());
}
