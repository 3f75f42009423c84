// The input of a route from path, query and body, parsed by its own schema; what is wrong is said by field.
import { wrongFields } from '@anwang/contract/problems';
import type { WalkedRoute } from '@anwang/contract/route';
import type { Result } from '@anwang/core/lang';
import { fail, ok } from '@anwang/core/lang';
import { readQuery } from './query.ts';

export type RawInput = { readonly params: Record<string, string>; readonly search: string; readonly body: unknown };

/** Parsed input, or `invalidInput` with the path of each wrong field. */
export function readInput(route: WalkedRoute, raw: RawInput): Result<unknown> {
  const inAddress = route.method === 'GET' || route.meta.body === 'stream';
  const given = inAddress ? readQuery(raw.search) : (raw.body ?? {});
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return fail({ code: 'invalidInput', fields: [{ path: '', reason: 'notAnObject' }] });
  const parsed = route.input.safeParse({ ...given, ...raw.params });
  return parsed.success ? ok(parsed.data) : fail({ code: 'invalidInput', fields: wrongFields(parsed.error).slice(0, 50) });
}
