// Sealing under a key per subject and record class: the data key is random, wrapped by the master key, kept in keys.subject. Destroying that one row
// makes everything sealed under it unreadable, in copies and backups too (crypto-erasure; house.md, "Erasure").

import { randomBytes, randomUUID } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import { decrypt, encrypt } from './aes.ts';
import { currentKey, type KeyRing, keyById } from './key-ring.ts';

/** What is sealed: separate classes can be erased apart. */
export type RecordClass = 'record' | 'report' | 'case' | 'contact' | 'identifier' | 'file' | 'referral' | 'outbox' | 'answer' | 'reason';

type Ask = <Row extends QueryResultRow>(sql: string, values: unknown[]) => Promise<Row[]>;
/** Writes in its place in the order of statements, without waiting. */
type Send = (sql: string, values: unknown[]) => void;
const onlyRead: Send = () => {
  throw new Error('this session of keys only opens');
};
type Made = { readonly subject: string; readonly id: string; readonly wrapped: Buffer; readonly masterId: string };

const inserted = `insert into keys.subject (id, subject_id, record_class, wrapped, master_id) select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::text[])`;
/** Somebody else may make a key at the same moment: the row that is there counts. */
const insertedOnce = `${inserted}
       on conflict (subject_id, record_class) do nothing`;
const valuesOf = (made: readonly Made[], recordClass: RecordClass): unknown[] => [
  made.map((key) => key.id),
  made.map((key) => key.subject),
  made.map(() => recordClass),
  made.map((key) => key.wrapped),
  made.map((key) => key.masterId),
];

const version = 1;
const headerBytes = 17;

/** Thrown when a sealed thing cannot be opened because its key was destroyed by an erasure order. */
export class ErasedError extends Error {
  constructor() {
    super('the key of this content was destroyed by an erasure order');
    this.name = 'ErasedError';
  }
}

/** Seals and opens inside one transaction; unwrapped keys live no longer than it. */
export class SubjectKeys {
  readonly #ask: Ask;
  readonly #ring: KeyRing;
  readonly #send: Send;
  readonly #byId = new Map<string, Uint8Array>();
  readonly #bySubject = new Map<string, string>();

  constructor(ask: Ask, ring: KeyRing, send: Send = onlyRead) {
    this.#ask = ask;
    this.#ring = ring;
    this.#send = send;
  }

  /** Ciphertext of a text or bytes; makes the subject's key when it is the first of its class. Layout: version ‖ key id ‖ nonce ‖ tag ‖ body. */
  async seal(subjectId: string, recordClass: RecordClass, clear: string | Uint8Array): Promise<Buffer> {
    const id = await this.#keyOf(subjectId, recordClass);
    const bytes = typeof clear === 'string' ? Buffer.from(clear, 'utf8') : clear;
    const header = Buffer.concat([Buffer.from([version]), Buffer.from(id.replaceAll('-', ''), 'hex')]);
    return Buffer.concat([header, encrypt(this.#known(id), bytes, id)]);
  }

  /** The text of a sealed thing. Throws ErasedError when its key is gone. */
  async open(sealed: Uint8Array): Promise<string> {
    return (await this.openBytes(sealed)).toString('utf8');
  }

  /** The bytes of a sealed thing. Throws ErasedError when its key is gone. */
  async openBytes(sealed: Uint8Array): Promise<Buffer> {
    const [clear] = await this.openMany([sealed]);
    if (!clear) throw new ErasedError();
    return clear;
  }

  /** Many at once with one look at the keys; null where the key is gone. */
  async openMany(sealed: readonly Uint8Array[]): Promise<(Buffer | null)[]> {
    // An erasure leaves nothing where something sealed was.
    const ids = sealed.map((bytes) => (bytes.length === 0 ? '' : keyIdOf(bytes)));
    const missing = [...new Set(ids)].filter((id) => id !== '' && !this.#byId.has(id));
    if (missing.length > 0) {
      const rows = await this.#ask<{ id: string; wrapped: Buffer; master_id: string }>(
        'select id, wrapped, master_id from keys.subject where id = any($1)',
        [missing],
      );
      for (const row of rows) this.#byId.set(row.id, unwrap(this.#ring, row));
    }
    return sealed.map((bytes, at) => {
      const id = ids[at] ?? '';
      const key = this.#byId.get(id);
      return key ? decrypt(key, bytes.subarray(headerBytes), id) : null;
    });
  }

  /** Finds the keys of many subjects, and makes those that are missing; for imports and the seed as well. */
  async prepare(subjectIds: readonly string[], recordClass: RecordClass): Promise<void> {
    await this.#find(subjectIds, recordClass);
    await this.prepareNew(subjectIds, recordClass);
  }

  /** As `prepare`, for subjects that most likely have no key yet: made first, then read. */
  async prepareNew(subjectIds: readonly string[], recordClass: RecordClass): Promise<void> {
    const made = this.#make(subjectIds, recordClass);
    if (made.length === 0) return;
    this.#send(insertedOnce, valuesOf(made, recordClass));
    await this.#find(subjectIds, recordClass);
  }

  /** Makes the keys of subjects whose ids were drawn in this session: nobody else can have made one, so nothing is read. */
  begin(subjectIds: readonly string[], recordClass: RecordClass): void {
    const made = this.#make(subjectIds, recordClass);
    if (made.length === 0) return;
    this.#send(inserted, valuesOf(made, recordClass));
    for (const key of made) {
      this.#byId.set(key.id, key.bytes);
      this.#bySubject.set(`${key.subject} ${recordClass}`, key.id);
    }
  }

  #make(subjectIds: readonly string[], recordClass: RecordClass): (Made & { readonly bytes: Uint8Array })[] {
    return this.#without(subjectIds, recordClass).map((subject) => ({ subject, ...wrapNew(this.#ring) }));
  }

  #without(subjectIds: readonly string[], recordClass: RecordClass): string[] {
    return [...new Set(subjectIds)].filter((subject) => !this.#bySubject.has(`${subject} ${recordClass}`));
  }

  async #find(subjectIds: readonly string[], recordClass: RecordClass): Promise<void> {
    const wanted = this.#without(subjectIds, recordClass);
    if (wanted.length === 0) return;
    const rows = await this.#ask<{ id: string; subject_id: string; wrapped: Buffer; master_id: string }>(
      'select id, subject_id, wrapped, master_id from keys.subject where record_class = $2 and subject_id = any($1)',
      [wanted, recordClass],
    );
    for (const row of rows) {
      this.#byId.set(row.id, unwrap(this.#ring, row));
      this.#bySubject.set(`${row.subject_id} ${recordClass}`, row.id);
    }
  }

  async #keyOf(subjectId: string, recordClass: RecordClass): Promise<string> {
    await this.prepare([subjectId], recordClass);
    const id = this.#bySubject.get(`${subjectId} ${recordClass}`);
    if (!id) throw new Error('a subject key could not be made: the session may not write keys');
    return id;
  }

  #known(id: string): Uint8Array {
    const key = this.#byId.get(id);
    if (!key) throw new ErasedError();
    return key;
  }
}

function keyIdOf(sealed: Uint8Array): string {
  if (sealed.length < headerBytes || sealed[0] !== version) throw new Error('not a sealed value of this version');
  const hex = Buffer.from(sealed.subarray(1, headerBytes)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function wrapNew(ring: KeyRing): { id: string; bytes: Uint8Array; wrapped: Buffer; masterId: string } {
  const id = randomUUID();
  const bytes = randomBytes(32);
  const master = currentKey(ring, 'master');
  return { id, bytes, wrapped: encrypt(master.bytes, bytes, `subject key ${id}`), masterId: master.id };
}

/** The data key of a row of keys.subject. */
function unwrap(ring: KeyRing, row: { readonly id: string; readonly wrapped: Uint8Array; readonly master_id: string }): Uint8Array {
  return decrypt(keyById(ring, 'master', row.master_id), row.wrapped, `subject key ${row.id}`);
}

/** The same data key wrapped by the current master key; for rotation. */
export function rewrap(
  ring: KeyRing,
  row: { readonly id: string; readonly wrapped: Uint8Array; readonly master_id: string },
): { wrapped: Buffer; masterId: string } {
  const master = currentKey(ring, 'master');
  return { wrapped: encrypt(master.bytes, unwrap(ring, row), `subject key ${row.id}`), masterId: master.id };
}
