// Sends a file as the body of one request, and tells how far it is: fetch cannot. What goes wrong is thrown as the client throws it: a problem of the server,
// or a TypeError where the network failed.
import { ApiProblem } from '@anwang/contract/client';

export type Sending = {
  readonly url: string;
  readonly file: File;
  /** The same for each try with the same file, so that it is kept once however often the answer was lost. */
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly onSent?: (bytes: number) => void;
  readonly signal?: AbortSignal;
};

/** The server's answer. Rejects with the signal's reason when it was taken back. */
export function sendFile({ url, file, key, headers = {}, onSent, signal }: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const settle = (end: () => void) => () => {
      signal?.removeEventListener('abort', stop);
      end();
    };
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded);
    request.onload = settle(() => {
      try {
        const answer = JSON.parse(request.responseText);
        if (request.status < 300) resolve(answer);
        else reject(new ApiProblem(answer));
      } catch {
        // Not our server's answer: a proxy that gave up, or a reply cut off.
        reject(new TypeError('unreadable answer'));
      }
    });
    request.onerror = settle(() => reject(new TypeError('network failed')));
    request.onabort = settle(() => reject(signal?.reason));
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop);
    request.open('POST', url);
    for (const [name, value] of Object.entries({ 'content-type': 'application/octet-stream', 'idempotency-key': key, ...headers }))
      request.setRequestHeader(name, value);
    request.send(file);
  });
}
