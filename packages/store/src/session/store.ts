// The one door to the database: withActor. There is no pool to be had outside, hence no session without somebody who acts and a purpose (house law 4).

import type { Purpose } from '@anwang/core/access';
import { isUuid } from '@anwang/core/lang';
import pg from 'pg';
import type { KeyRing } from '../keys/index.ts';
import { propsOf, runStatement } from './client-connection.ts';
import { markLost } from './driver.ts';
import { KnownNames } from './known-names.ts';
import { sendWaiting } from './named-query.ts';
import { KnownReaches, type Reach } from './reach.ts';
import { clientConfig, connectAs, type Target, type Targets } from './target.ts';
import { type ActorRef, Tx } from './tx.ts';
import { readDirectly } from './wire-reader.ts';

export type SessionOptions = {
  /** The route or job that asks; written to the audit. */
  readonly route: string;
  /** Database role: `app` for requests (default), `worker` for jobs. */
  readonly as?: 'app' | 'worker';
  /** Persons the view shows (house law 8); may also be said later with tx.look. */
  readonly view?: readonly string[];
  /** The sign-in on whose behalf the actor acts: BEGIN itself asks whether it lives and whether the account is at this version. */
  readonly live?: { readonly token: string; readonly version: number };
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
};

/** The sign-in of a session has ended, or the account's grants have changed since they were read; nothing was done. */
export class SignInEndedError extends Error {
  constructor() {
    super('the sign-in has ended or its account has changed');
    this.name = 'SignInEndedError';
  }
}

export type Store = {
  withActor<Result>(actor: ActorRef, purpose: Purpose, options: SessionOptions, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** True when the database answers. */
  ready(): Promise<boolean>;
  readonly ring: KeyRing;
  readonly targets: Targets;
  close(): Promise<void>;
};

export type StoreOptions = {
  readonly targets: Targets;
  readonly ring: KeyRing;
  readonly connections?: number;
  /** A transaction pooler stands between us and PostgreSQL: no named statements. */
  readonly pooled?: boolean;
  /** How long one statement may take; a minute. What may take longer says so itself (sealing, verifying). */
  readonly statementMs?: number;
  /** How long a session waits for a connection when all are lent out; ten seconds. Then the caller is told to come again. */
  readonly connectMs?: number;
};

/** Opens the pools (nothing is connected before the first use). */
export function openStore(options: StoreOptions): Store {
  const named = !(options.pooled ?? false);
  const reaches = new KnownReaches();
  const names = new KnownNames();
  const limit = options.statementMs ?? 60_000;
  const limits = { statement_timeout: limit, connectionTimeoutMillis: options.connectMs ?? 10_000 };
  const pools = {
    app: makePool(options.targets.app, 'app', { max: options.connections ?? 12, ...limits }, named),
    worker: makePool(options.targets.worker, 'worker', { max: options.connections ?? 8, ...limits }, named),
  };
  return {
    ring: options.ring,
    targets: options.targets,
    withActor: (actor, purpose, session, work) => {
      const role = session.as ?? 'app';
      return inTransaction(
        pools[role],
        options.targets[role],
        named,
        { actor, purpose, session, ring: options.ring, reaches, names },
        work,
      );
    },
    ready: async () => {
      try {
        await pools.app.query('select 1');
        return true;
      } catch {
        return false;
      }
    },
    close: async () => {
      await Promise.all([pools.app.end(), pools.worker.end()]);
    },
  };
}

type PoolLimits = { readonly max: number; readonly statement_timeout: number; readonly connectionTimeoutMillis: number };

/**
 * Statements go out without waiting for the answer of the one before (`pipeline`), so that BEGIN costs no round trip of its own.
 * Plans are generic from the first use: row-level security makes planning dearer than running, and each connection would plan every text six times.
 */
function makePool(target: Target, name: string, limits: PoolLimits, named: boolean): pg.Pool {
  const config = {
    ...clientConfig(target, name),
    // What runs beside the requests (verifying the audit, sweeps) takes one core and no more.
    ...(named
      ? { options: `-c plan_cache_mode=force_generic_plan${name === 'worker' ? ' -c max_parallel_workers_per_gather=0' : ''}` }
      : {}),
    pipeline: true,
    ...limits,
    idleTimeoutMillis: 30_000,
  };
  const pool = new pg.Pool(config);
  // A connection that breaks while idle is dropped by the pool; the next request opens another.
  pool.on('error', () => undefined);
  // One that breaks while it is lent out fails its statements; without a listener of its own it would end the process (found by the crash test).
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    readDirectly(client);
  });
  return pool;
}

type Opening = {
  readonly actor: ActorRef;
  readonly purpose: Purpose;
  readonly session: SessionOptions;
  readonly ring: KeyRing;
  readonly reaches: KnownReaches;
  readonly names: KnownNames;
};

async function inTransaction<Result>(
  pool: pg.Pool,
  target: Target,
  named: boolean,
  opening: Opening,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (!isUuid(opening.actor.id)) throw new Error('a session needs the account of its actor');
  const client = await pool.connect().catch((error: unknown) => {
    throw markLost(error);
  });
  let broken: Error | undefined;
  // Sent with the first statement of the work; whatever the work meets, a session that could not be begun is the reason to give.
  const begun = begin(client, target, named, opening);
  begun.catch(() => undefined);
  try {
    const tx = new Tx(propsOf(client, named), client, named, {
      actor: opening.actor,
      purpose: opening.purpose,
      route: opening.session.route,
      ring: opening.ring,
      entered: begun,
      presumed: opening.reaches.find(opening.actor.id, opening.purpose),
      names: opening.names,
    });
    const result = await work(tx).catch(async (error: unknown) => {
      await begun;
      // Of what failed, the first is the reason; what stood behind it was told only that the transaction had failed.
      await tx.sent();
      throw error;
    });
    await begun;
    // The audit and the commit leave together. When the audit fails, the commit is not done, and what failed is rolled back.
    tx.closing();
    const committed = runStatement(client, 'commit', [], named);
    committed.catch(() => undefined);
    await tx.sent();
    if ((await committed).command !== 'COMMIT')
      throw new Error('the transaction had failed and was rolled back: an error of a statement was swallowed');
    if (tx.renames) opening.names.forget();
    return result;
  } catch (error) {
    sendWaiting(client);
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function begin(client: pg.PoolClient, target: Target, named: boolean, opening: Opening): Promise<Reach> {
  const { actor, purpose, session } = opening;
  const first = [`begin isolation level ${session.isolation ?? 'read committed'}`];
  if (target.become) first.push(`set local role ${pg.escapeIdentifier(target.become)}`, `set local timezone = 'UTC'`);
  const view = session.view ? `{${session.view.join(',')}}` : '';
  const asked = [actor.id, purpose, view, session.live?.token ?? null, session.live?.version ?? null];
  const begun = first.map((text) => runStatement(client, text, [], named));
  const entered = runStatement<{ reach: string | null }>(client, enter, asked, named);
  const [{ rows }] = await Promise.all([entered, ...begun]);
  const reach = rows[0]?.reach ?? null;
  if (reach === null) throw new SignInEndedError();
  return opening.reaches.keep(actor.id, purpose, reach);
}

/** Says who acts and why, and gives what the actor reaches; null when the sign-in behind it has ended or the account has another version by now. */
const enter = 'select access.enter($1, $2, $3, $4, $5) as reach';

/** Owner's work outside any request: backup, erasure, verification. One client, ended by the caller. */
export function connectOwner(store: Pick<Store, 'targets'>, name: string): Promise<pg.Client> {
  return connectAs(store.targets.owner, name);
}
