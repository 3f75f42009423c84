// Putting an attachment in: encrypted pieces in the same transaction and backup as the record they belong to. Everything else in the house speaks to this
// folder's index; another place for the pieces (an object store) would be another implementation of it.

import { createHash } from 'node:crypto';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import type { FileFacts, FileOwner } from './file-facts.ts';

export type NewFile = {
  readonly id: string;
  readonly owner: FileOwner;
  readonly county: string;
  /** Whose key encrypts it. */
  readonly subjectId: string;
  readonly name: string;
  /** Set on the copy without metadata: the sealed original it was made from. */
  readonly originalOf?: string;
};

/** Bytes of one piece. A piece is sealed as a whole, so this bounds memory. */
export const pieceBytes = 256 * 1024;

/** Writes a file from a stream of bytes and types it by its content. Returns what was written; throws TooLarge past `limit`. */
export async function writeFile(
  tx: Tx,
  file: NewFile,
  content: AsyncIterable<Uint8Array>,
  options: { readonly limit: number; readonly typeOf: (head: Uint8Array) => Promise<string> | string },
): Promise<FileFacts> {
  await tx
    .insertInto('files.file')
    .values({
      id: file.id,
      county: file.county,
      report_id: file.owner.kind === 'report' ? file.owner.id : null,
      case_id: file.owner.kind === 'case' ? file.owner.id : null,
      person_id: file.owner.kind === 'person' ? file.owner.id : null,
      subject_id: file.subjectId,
      name_sealed: await tx.keys.seal(file.subjectId, 'file', file.name),
      original_of: file.originalOf ?? null,
      created_by: tx.actor.id,
    })
    .execute();
  const hash = createHash('sha256');
  let size = 0;
  let position = 0;
  let head: Buffer | undefined;
  for await (const piece of pieces(content)) {
    size += piece.length;
    if (size > options.limit) throw new TooLargeError(options.limit);
    head ??= Buffer.from(piece.subarray(0, 8192));
    hash.update(piece);
    const sealed = await tx.keys.seal(file.subjectId, 'file', piece);
    await tx.insertInto('files.piece').values({ file_id: file.id, position, sealed }).execute();
    position += 1;
  }
  const mediaType = await options.typeOf(head ?? new Uint8Array());
  const digest = hash.digest();
  await tx.updateTable('files.file').set({ state: 'whole', media_type: mediaType, size, digest }).where('id', '=', file.id).execute();
  await tx.enqueue('files.scan', { fileId: file.id });
  tx.audit({ action: 'file.write', ids: [file.id, file.owner.id], county: file.county, detail: { bytes: size, mediaType } });
  const written: FileFacts = {
    id: file.id,
    owner: file.owner,
    county: file.county,
    name: file.name,
    mediaType,
    size,
    digest: digest.toString('hex'),
    state: 'whole',
    scan: 'pending',
    originalOf: file.originalOf ?? null,
    createdBy: tx.actor.id,
    createdAt: (await now(tx)).at,
  };
  return written;
}

async function now(tx: Tx): Promise<{ at: Instant }> {
  const row = await sql<{ at: Instant }>`select now() as at`.execute(tx);
  const first = row.rows[0];
  if (!first) throw new Error('the database has no time');
  return first;
}

/** The file is larger than may be taken. */
export class TooLargeError extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super(`a file may have at most ${limit} bytes`);
    this.name = 'TooLargeError';
    this.limit = limit;
  }
}

async function* pieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    held.push(Buffer.from(chunk));
    size += chunk.length;
    while (size >= pieceBytes) {
      const all = Buffer.concat(held);
      yield all.subarray(0, pieceBytes);
      held = [all.subarray(pieceBytes)];
      size -= pieceBytes;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}
