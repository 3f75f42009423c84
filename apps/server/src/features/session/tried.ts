// A password is tried: not at all when too many were wrong for this account, and what came of it counts.
import { fail, type Result } from '@anwang/core/lang';
import { msOf } from '@anwang/core/time';
import type { SignInOutcome } from '../../auth/index.ts';
import type { Call } from '../../http/call.ts';

/** What `then` makes of the outcome; `tooManyRequests` before `sign` is asked when the account must wait. */
export async function tried<T>(
  userName: string,
  call: Call,
  sign: () => Promise<SignInOutcome>,
  then: (outcome: SignInOutcome) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { tries } = call.house;
  const now = msOf(call.now);
  const wait = tries.wait(userName, call.address, now);
  if (wait > 0) return fail({ code: 'tooManyRequests', retryAfterSeconds: wait });
  const outcome = await sign();
  if (outcome.state === 'failed' || outcome.state === 'secondFactor') tries.failed(userName, call.address, now);
  return then(outcome);
}
