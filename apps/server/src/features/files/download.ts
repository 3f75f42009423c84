// Hands out a file while its transaction is open, piece by piece: the reading is on record with what was read.
// Of a picture only the copy without metadata goes out; its original stays sealed.

import type { Writable } from 'node:stream';
import type { InputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { findCopy, findFile, readFile } from '@anwang/store/files';
import { ErasedError } from '@anwang/store/keys';
import { handOut } from '../../files/hand-out.ts';
import type { Call } from '../../http/call.ts';

/** Answers as soon as the file is known to be readable; the rest follows as the caller takes it. */
export function download(input: InputOf<'files', 'download'>, call: Call): Promise<Result<unknown>> {
  return new Promise((answer, refuse) => {
    let stream: Writable | undefined;
    call.house.store
      .withActor(call.actor, call.purpose, { route: call.route }, async (tx) => {
        const found = await findFile(tx, input.fileId);
        if (!found) return answer(fail({ code: 'notFound', kind: 'file', id: input.fileId }));
        const file = (await findCopy(tx, found)) ?? found;
        tx.audit({ action: 'file.read', ids: [file.id, file.owner.id], county: file.county, detail: { mediaType: file.mediaType } });
        call.reply('content-type', file.mediaType ?? 'application/octet-stream');
        call.reply('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
        call.reply('content-security-policy', "sandbox; default-src 'none'");
        call.reply('cache-control', 'private, no-store');
        stream = call.house.readAhead.stream(file.size ?? Number.POSITIVE_INFINITY);
        answer(ok(stream));
        await handOut(readFile(tx, file.id), stream);
      })
      .catch((error: unknown) => {
        if (error instanceof ErasedError) return answer(fail({ code: 'erased', kind: 'file' }));
        stream?.destroy(error instanceof Error ? error : undefined);
        return refuse(error);
      });
  });
}
