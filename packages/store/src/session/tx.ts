// The session in which everything happens: a Kysely over one transaction that knows who acts and why, with the effects that must be in the same
// transaction: audit, jobs, outbox, keys (house laws 4 and "Store function").

import type { Purpose } from '@anwang/core/access';
import { Kysely, type KyselyProps, sql } from 'kysely';
import type { ClientBase, QueryResultRow } from 'pg';
import type { KeyRing } from '../keys/index.ts';
import { SubjectKeys } from '../keys/index.ts';
import type { Database } from '../schema/database.generated.ts';
import { type AuditRow, auditRows } from './audit-row.ts';
import { runStatement } from './client-connection.ts';
import type { Reach } from './reach.ts';

/** Who acts: an account. The county is that of the row in the audit when nothing else is said. */
export type ActorRef = { readonly id: string; readonly county?: string | null };

export type SessionFacts = {
  readonly actor: ActorRef;
  readonly purpose: Purpose;
  readonly route: string;
  readonly ring: KeyRing;
  /** What the actor reaches, when the database has said it; and as it was the last time, before that. */
  readonly entered: Promise<Reach>;
  readonly presumed: Reach | undefined;
};

/** Ids and codes only; the database refuses anything else. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

export class Tx extends Kysely<Database> {
  readonly actor: ActorRef;
  readonly purpose: Purpose;
  readonly route: string;
  readonly ring: KeyRing;
  readonly keys: SubjectKeys;
  readonly #run: (text: string) => Promise<unknown>;
  readonly #audit: AuditRow[] = [];
  readonly #entered: Promise<Reach>;
  readonly #presumed: Reach | undefined;
  #savepoints = 0;

  constructor(props: KyselyProps, client: ClientBase, named: boolean, facts: SessionFacts) {
    super(props);
    this.#run = (text) => runStatement(client, text, [], named);
    this.actor = facts.actor;
    this.purpose = facts.purpose;
    this.route = facts.route;
    this.ring = facts.ring;
    this.#entered = facts.entered;
    this.#presumed = facts.presumed;
    this.keys = new SubjectKeys(
      async <Row extends QueryResultRow>(text: string, values: unknown[]) => (await runStatement<Row>(client, text, values, named)).rows,
      facts.ring,
    );
  }

  /**
   * Asks with what the actor reaches. It is presumed from the session before, so that nothing waits; where the database has said otherwise, it is asked again.
   * `ask` leaves no trace of its own (no audit, no write).
   */
  async withReach<Result>(ask: (reach: Reach) => Promise<Result>): Promise<Result> {
    if (this.#presumed === undefined) return ask(await this.#entered);
    const first = await ask(this.#presumed);
    const said = await this.#entered;
    return said === this.#presumed ? first : ask(said);
  }

  /** What the actor reaches, as the database has said it for this session. */
  reach(): Promise<Reach> {
    return this.#entered;
  }

  /** Puts what was done or seen on record; written with the commit, in this transaction. Ids and codes only, never values. */
  audit(row: AuditRow): void {
    this.#audit.push(row);
  }

  /**
   * Asks for a job. It is there when this transaction commits, and not otherwise.
   * @param options.key one waiting job per key · options.at not before this moment
   */
  async enqueue(task: string, payload: JobPayload = {}, options: { readonly key?: string; readonly at?: string } = {}): Promise<void> {
    await sql`select system.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${options.at ?? null}::timestamptz, ${options.key ?? null})`.execute(
      this,
    );
  }

  /** A job that was asked for under this key is not needed any more; gone when this transaction commits. */
  async dismiss(key: string): Promise<void> {
    await sql`select system.dismiss(${key})`.execute(this);
  }

  /** Leaves a message for the outside: ids and codes in clear, anything personal sealed under the subject's key. */
  async outbox(
    topic: string,
    payload: JobPayload,
    options: { readonly county?: string; readonly subjectId?: string; readonly personal?: string } = {},
  ): Promise<void> {
    const { county = this.actor.county ?? null, subjectId, personal } = options;
    if ((subjectId === undefined) !== (personal === undefined))
      throw new Error('personal content of a message needs its subject, and the reverse');
    const sealed = subjectId !== undefined && personal !== undefined ? await this.keys.seal(subjectId, 'outbox', personal) : null;
    await this.insertInto('system.outbox')
      .values({ topic, county, payload: JSON.stringify(payload), subject_id: subjectId ?? null, sealed })
      .execute();
  }

  /**
   * Says which persons the present view shows. A hidden contact (house law 8) exists only in a view that was named, holds its person
   * and none of those it is hidden from; so a view that says nothing gets no hidden rows.
   */
  async look(personIds: readonly string[]): Promise<void> {
    await sql`select set_config('anwang.view', ${`{${personIds.join(',')}}`}, true)`.execute(this);
  }

  /** Runs a part that may fail without losing the rest. */
  async savepoint<Result>(work: () => Promise<Result>): Promise<Result> {
    const name = `s${++this.#savepoints}`;
    const audited = this.#audit.length;
    await this.#run(`savepoint ${name}`);
    try {
      const result = await work();
      await this.#run(`release savepoint ${name}`);
      return result;
    } catch (error) {
      await this.#run(`rollback to savepoint ${name}`);
      this.#audit.length = audited;
      throw error;
    }
  }

  /** The audit rows still to be written, for `auditInsert`; null when there are none. Called by withActor at the end. */
  closingRows(): string | null {
    return this.#audit.length === 0 ? null : auditRows(this.#audit, this);
  }
}
