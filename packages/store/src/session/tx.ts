// The session in which everything happens: a Kysely over one transaction that knows who acts and why, with the effects that must be in the same
// transaction: audit, jobs, outbox, keys (house laws 4 and "Store function").

import type { Purpose } from '@anwang/core/access';
import { type CompiledQuery, Kysely, type KyselyProps, sql } from 'kysely';
import type { ClientBase, QueryResultRow } from 'pg';
import type { KeyRing } from '../keys/index.ts';
import { SubjectKeys } from '../keys/index.ts';
import type { Database } from '../schema/database.generated.ts';
import { type AuditRow, auditStatement } from './audit-row.ts';
import type { Answer } from './batch.ts';
import { runStatement } from './client-connection.ts';
import type { KnownNames } from './known-names.ts';
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
  readonly names: KnownNames;
};

/** Ids and codes only; the database refuses anything else. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

export class Tx extends Kysely<Database> {
  readonly actor: ActorRef;
  readonly purpose: Purpose;
  readonly route: string;
  readonly ring: KeyRing;
  readonly keys: SubjectKeys;
  readonly #ask: <Row>(text: string, values: readonly unknown[]) => Promise<Answer<Row>>;
  readonly #sent: Promise<unknown>[] = [];
  readonly #audit: AuditRow[] = [];
  readonly #entered: Promise<Reach>;
  readonly #presumed: Reach | undefined;
  readonly names: KnownNames;
  /** Whether this session has renamed a unit or an account. */
  renames = false;
  #savepoints = 0;

  constructor(props: KyselyProps, client: ClientBase, named: boolean, facts: SessionFacts) {
    super(props);
    this.#ask = (text, values) => runStatement(client, text, values, named);
    this.actor = facts.actor;
    this.purpose = facts.purpose;
    this.route = facts.route;
    this.ring = facts.ring;
    this.#entered = facts.entered;
    this.#presumed = facts.presumed;
    this.names = facts.names;
    this.keys = new SubjectKeys(
      async <Row extends QueryResultRow>(text: string, values: unknown[]) => (await runStatement<Row>(client, text, values, named)).rows,
      facts.ring,
      (text, values) => this.send({ sql: text, parameters: values }),
    );
  }

  /** Runs a statement whose text is made already; its rows. */
  async run<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.#ask<Row>(text, values)).rows;
  }

  /**
   * Writes something whose answer nobody waits for: it is in its place in the order of statements, and leaves with the next one that is waited for.
   * When it fails, so does the session.
   */
  send(query: Pick<CompiledQuery, 'sql' | 'parameters'>): void {
    const answer = this.#ask(query.sql, query.parameters);
    answer.catch(() => undefined);
    this.#sent.push(answer);
  }

  /** Fails as the first of what was sent did; called by withActor before it commits, and when the work failed. */
  async sent(): Promise<void> {
    if (this.#sent.length > 0) await Promise.all(this.#sent.splice(0));
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
    this.send({
      sql: 'select system.enqueue($1, $2::jsonb, $3::timestamptz, $4)',
      parameters: [task, JSON.stringify(payload), options.at ?? null, options.key ?? null],
    });
  }

  /** A job that was asked for under this key is not needed any more; gone when this transaction commits. */
  async dismiss(key: string): Promise<void> {
    this.send({ sql: 'select system.dismiss($1)', parameters: [key] });
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
    this.send({
      sql: 'insert into system.outbox (topic, county, payload, subject_id, sealed) values ($1, $2, $3, $4, $5)',
      parameters: [topic, county, JSON.stringify(payload), subjectId ?? null, sealed],
    });
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
    const [audited, sent] = [this.#audit.length, this.#sent.length];
    await this.#ask(`savepoint ${name}`, []);
    try {
      const result = await work();
      await this.#ask(`release savepoint ${name}`, []);
      return result;
    } catch (error) {
      await this.#ask(`rollback to savepoint ${name}`, []);
      this.#audit.length = audited;
      this.#sent.length = Math.min(sent, this.#sent.length);
      throw error;
    }
  }

  /** Writes the audit; called by withActor at the end, so that it leaves with the commit. */
  closing(): void {
    const statement = auditStatement(this.#audit, this);
    if (statement !== null) this.send(statement);
  }
}
