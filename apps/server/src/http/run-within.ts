// The one transaction of a request: the key of a write is claimed first, a problem rolls back, a lost race with another server process is tried once more.
import type { Actor, Purpose } from '@anwang/core/access';
import type { Result } from '@anwang/core/lang';
import { fail } from '@anwang/core/lang';
import { claimKey, keepAnswer, outOfReach } from '@anwang/store/idempotency';
import { ErasedError } from '@anwang/store/keys';
import type { Tx } from '@anwang/store/session';
import type { House } from '../house.ts';
import { type KeptForm, Refused } from './call.ts';
import { partOf } from './explain-error.ts';

type Who = {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly route: string;
  readonly live: { readonly token: string; readonly version: number } | null;
};
/** `named`: what path and body name, by its name there. */
type Key = { readonly key: string; readonly digest: Buffer; readonly named: Readonly<Record<string, string>> };

/**
 * Runs the work under the actor; with a key, a repeated request gives the first answer again.
 * @param repeatable asked after a lost race: can the work be done again? What came as a stream is gone when it was read.
 * @param before what failed, after which only the key is looked at once more
 */
export async function runWithin<T, K>(
  house: House,
  who: Who,
  key: Key | null,
  work: (tx: Tx) => Promise<Result<T>>,
  kept: KeptForm<T, K> | undefined,
  repeatable: () => boolean,
  again = true,
  before?: unknown,
): Promise<Result<T>> {
  try {
    return await house.store.withActor(
      who.actor,
      who.purpose,
      { route: who.route, ...(who.live ? { live: who.live } : {}) },
      async (tx) => {
        if (!key) return settle(await work(tx));
        const claim = await claimKey(tx, key);
        if (claim.state === 'mismatch') throw new Refused({ code: 'idempotencyMismatch' });
        if (claim.state === 'repeat') {
          // First what was asked about, then what the answer speaks of: a merge names its persons in the body only.
          const lost =
            (await outOfReach(tx, key.named)) ??
            (who.actor.id === house.system.public.id ? null : await outOfReach(tx, textsOf(claim.answer)));
          if (lost) throw new Refused({ code: 'notFound', ...lost });
          return { ok: true, value: kept ? await kept.restore(claim.answer as K, tx) : (claim.answer as T) };
        }
        if (!again && before !== undefined) throw before;
        const result = settle(await work(tx));
        await keepAnswer(tx, key, kept ? kept.keep(result.value) : result.value);
        return result;
      },
    );
  } catch (error) {
    if (error instanceof Refused) {
      // Pressed twice: the second may have waited for the first and then found everything changed by it. Its answer is that of the first, not a conflict with oneself.
      if (key && again && error.problem.code !== 'idempotencyMismatch')
        return runWithin(house, who, key, work, kept, repeatable, false, error);
      return fail(error.problem);
    }
    // What is asked for, or the kept answer of a repeated write, went with an erasure.
    if (error instanceof ErasedError) return fail({ code: 'erased', kind: 'content' });
    if (again && isRace(error)) return runWithin(house, who, key, work, kept, repeatable, false, repeatable() ? undefined : error);
    throw error;
  }
}

/** The texts of an object by their names, one level deep: ids stand there. */
export function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

function settle<T>(result: Result<T>): { readonly ok: true; readonly value: T } {
  if (!result.ok) throw new Refused(result.problem);
  return result;
}

/** Serialisation failure, deadlock, or two requests with one key at the same moment. */
function isRace(error: unknown): boolean {
  const code = partOf(error, 'code');
  return code === '40001' || code === '40P01' || (code === '23505' && partOf(error, 'table') === 'idempotency');
}
