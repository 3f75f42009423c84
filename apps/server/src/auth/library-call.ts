// One request into the sign-in library as if its route were mounted, and what it came to in our words.
import type { SignInLibrary } from './sign-in-library.ts';

export interface LibraryReply {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly location: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export type LibraryCall = (method: 'GET' | 'POST', path: string, cookie?: string, body?: Record<string, unknown>) => Promise<LibraryReply>;

/** Binds a library to our origin: cross-site requests were refused before they come here, so the origin is always ours. */
export function callInto(library: SignInLibrary, origin: string): LibraryCall {
  return async (method, path, cookie, body) => {
    const headers = new Headers({ origin });
    if (cookie) headers.set('cookie', cookie);
    if (body) headers.set('content-type', 'application/json');
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers };
    return readReply(await library.handler(new Request(`${origin}/api/session/library${path}`, init)));
  };
}

/** A body that is not a JSON object (an error page of the library) counts as empty: the status says enough. */
async function readReply(response: Response): Promise<LibraryReply> {
  const body: unknown = await response.json().catch(() => null);
  return {
    status: response.status,
    cookies: response.headers.getSetCookie(),
    location: response.headers.get('location'),
    body: typeof body === 'object' && body !== null ? { ...body } : {},
  };
}
