// Keeps a file that comes in as a stream: sealed piece by piece in the transaction of its record, typed by content; of a picture also a copy without metadata.

import type { Readable } from 'node:stream';
import { UPLOAD_LIMIT } from '@anwang/contract/shapes';
import { fail, ok, type Result } from '@anwang/core/lang';
import { msOf } from '@anwang/core/time';
import { type FileOwner, TooLargeError, writeFile } from '@anwang/store/files';
import { newId } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import sharp from 'sharp';
import type { Call } from '../http/call.ts';
import { contentType, RefusedFile } from './content-type.ts';

export type Upload = {
  readonly owner: FileOwner;
  readonly county: string;
  readonly subjectId: string;
  readonly name: string;
  readonly stream: Readable;
};
export type Kept = { readonly id: string; readonly bytes: number; readonly type: string };

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic']);

/** Writes the file and its clean copy; gives the id under which it is shown. */
export async function keepUpload(tx: Tx, call: Call, upload: Upload): Promise<Result<Kept>> {
  const held: Buffer[] = [];
  const original = newId(msOf(call.now));
  try {
    const file = { id: original, owner: upload.owner, county: upload.county, subjectId: upload.subjectId, name: upload.name };
    const written = await writeFile(tx, file, holding(upload.stream, held), {
      limit: UPLOAD_LIMIT,
      typeOf: (head) => contentType(head, upload.name),
    });
    const type = written.mediaType ?? 'application/octet-stream';
    if (!pictures.has(type)) return ok({ id: original, bytes: written.size ?? 0, type });
    const clean = await withoutMetadata(Buffer.concat(held));
    const copy = await writeFile(tx, { ...file, id: newId(msOf(call.now)), originalOf: original }, once(clean.bytes), {
      limit: UPLOAD_LIMIT * 2,
      typeOf: () => clean.type,
    });
    return ok({ id: copy.id, bytes: copy.size ?? 0, type: clean.type });
  } catch (error) {
    upload.stream.resume();
    if (error instanceof TooLargeError) return fail({ code: 'fileRejected', reason: 'tooLarge' });
    if (error instanceof RefusedFile) return fail({ code: 'fileRejected', reason: error.reason });
    throw error;
  }
}

async function* holding(stream: Readable, held: Buffer[]): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    held.push(chunk as Buffer);
    yield chunk as Buffer;
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The picture drawn again: no place, no time, no camera. What cannot be drawn is not a picture. */
async function withoutMetadata(bytes: Buffer): Promise<{ bytes: Buffer; type: string }> {
  try {
    const picture = sharp(bytes, { limitInputPixels: 100_000_000, failOn: 'error' }).rotate();
    const { format } = await picture.metadata();
    const drawn = format === 'png' || format === 'gif' ? picture.png() : picture.jpeg({ quality: 88 });
    return { bytes: await drawn.toBuffer(), type: format === 'png' || format === 'gif' ? 'image/png' : 'image/jpeg' };
  } catch {
    throw new RefusedFile('typeMismatch');
  }
}
