// The file of a backup: a header, then sealed frames of up to a megabyte. Each frame is bound to the file and its place in it, and the last says that it is
// the last, so that a changed, exchanged, missing or cut-off piece is found. Frames are compressed before they are sealed.

import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { decrypt, encrypt } from '../keys/aes.ts';
import { currentKey, type KeyRing, keyById } from '../keys/index.ts';

const magic = 'ANWANG-BACKUP-1\n';
const frameBytes = 1 << 20;

/** Raised when a file is not a backup, was damaged, or was made with a key we do not have. */
export class BackupError extends Error {
  readonly zh: string;
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(en, options);
    this.name = 'BackupError';
    this.zh = zh;
  }
}

export type SealedWriter = { line(value: unknown): void; bytes(chunk: Buffer): void; end(): void; abandon(): void };

/** Records are lines of JSON and runs of bytes; a run is told by its length. Written beside the target and renamed when whole and flushed. */
export function openSealedWriter(path: string, ring: KeyRing): SealedWriter {
  const key = currentKey(ring, 'backup');
  const id = randomUUID();
  const handle = openSync(`${path}.part`, 'w', 0o600);
  // A disk that fills up takes a part of the bytes without a word and refuses the rest.
  const write = (bytes: Buffer): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  };
  write(Buffer.from(`${magic}${JSON.stringify({ id, key: key.id })}\n`));
  let held: Buffer[] = [];
  let size = 0;
  let frame = 0;
  const flush = (last: boolean): void => {
    const body = encrypt(key.bytes, deflateRawSync(Buffer.concat(held), { level: 1 }), `${id} ${frame} ${last ? 'last' : 'more'}`);
    const length = Buffer.alloc(5);
    length.writeUInt32BE(body.length, 0);
    length.writeUInt8(last ? 1 : 0, 4);
    write(length);
    write(body);
    held = [];
    size = 0;
    frame += 1;
  };
  const push = (chunk: Buffer): void => {
    held.push(chunk);
    size += chunk.length;
    if (size >= frameBytes) flush(false);
  };
  const record = (kind: number, body: Buffer): void => {
    const head = Buffer.alloc(5);
    head.writeUInt8(kind, 0);
    head.writeUInt32BE(body.length, 1);
    push(head);
    push(body);
  };
  return {
    line: (value) => record(1, Buffer.from(JSON.stringify(value), 'utf8')),
    bytes: (chunk) => record(2, Buffer.from(chunk)),
    end: () => {
      flush(true);
      fsyncSync(handle);
      closeSync(handle);
      renameSync(`${path}.part`, path);
    },
    abandon: () => {
      closeSync(handle);
      rmSync(`${path}.part`, { force: true });
    },
  };
}

export type SealedRecord = { readonly line: unknown } | { readonly bytes: Buffer };

/** The records of a backup in order. Throws BackupError with a sentence. */
export function* readSealed(path: string, ring: KeyRing): Generator<SealedRecord> {
  let rest: Buffer = Buffer.alloc(0);
  for (const clear of readFrames(path, ring)) {
    rest = rest.length === 0 ? clear : Buffer.concat([rest, clear]);
    let at = 0;
    while (rest.length - at >= 5) {
      const length = rest.readUInt32BE(at + 1);
      if (rest.length - at - 5 < length) break;
      const body = rest.subarray(at + 5, at + 5 + length);
      yield rest.readUInt8(at) === 1 ? { line: JSON.parse(body.toString('utf8')) as unknown } : { bytes: Buffer.from(body) };
      at += 5 + length;
    }
    rest = rest.subarray(at);
  }
  if (rest.length > 0) throw new BackupError(`${path} 不完整：最後一筆沒有寫完。`, `${path} ends in the middle of a record.`);
}

function* readFrames(path: string, ring: KeyRing): Generator<Buffer> {
  const handle = openSync(path, 'r');
  try {
    const { id, key, start } = readHeader(handle, path);
    if (!ring.backup.keys.has(key))
      throw new BackupError(
        `${path} 是以備份金鑰「${key}」製作的，目前的金鑰檔沒有這把。請使用製作備份那套系統的金鑰檔。`,
        `${path} was made with the backup key “${key}”, which the key file does not have. Use the key file of the installation that made it.`,
      );
    const bytes = keyById(ring, 'backup', key);
    let at = start;
    for (let frame = 0; ; frame++) {
      const head = readAt(handle, at, 5);
      if (head.length < 5)
        throw new BackupError(
          `${path} 不完整：在第 ${at} 位元組處中斷，缺少最後一段。`,
          `${path} is cut off after ${at} bytes: its last piece is missing.`,
        );
      const body = readAt(handle, at + 5, head.readUInt32BE(0));
      const last = head.readUInt8(4) === 1;
      try {
        yield inflateRawSync(decrypt(bytes, body, `${id} ${frame} ${last ? 'last' : 'more'}`));
      } catch (cause) {
        // Key ids are alike in all installations, so another one's key file shows only here.
        throw new BackupError(
          frame === 0
            ? `這個金鑰檔打不開 ${path}：備份屬於另一套系統（請把該系統的金鑰檔放回原位，或以 ANWANG_KEYS 指定），或備份已遭更動、毀損。`
            : `${path} 在第 ${at} 位元組附近遭更動或毀損。`,
          frame === 0
            ? `${path} does not open with this key file: it belongs to another installation (put its key file in place, or name it with ANWANG_KEYS), or the backup was changed or damaged.`
            : `${path} was changed or damaged near byte ${at}.`,
          { cause },
        );
      }
      at += 5 + body.length;
      if (last) return;
    }
  } finally {
    closeSync(handle);
  }
}

function readHeader(handle: number, path: string): { id: string; key: string; start: number } {
  const head = readAt(handle, 0, 512);
  const end = head.indexOf(10, magic.length);
  if (head.subarray(0, magic.length).toString('latin1') !== magic || end < 0)
    throw new BackupError(`${path} 不是安網的備份檔。`, `${path} is not a backup of Anwang.`);
  const { id, key } = JSON.parse(head.subarray(magic.length, end).toString('utf8')) as { id: string; key: string };
  return { id, key, start: end + 1 };
}

function readAt(handle: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const got = readSync(handle, buffer, read, length - read, position + read);
    if (got === 0) break;
    read += got;
  }
  return buffer.subarray(0, read);
}
