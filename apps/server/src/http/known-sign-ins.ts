// Sign-ins seen before, by cookie: a request with a known one goes ahead at once, and the transaction it works in asks whether the sign-in still lives.
// Nothing is answered on the strength of this memory alone.
import type { LiveSession } from '../auth/index.ts';

const mostKept = 5000;

/** A memory of cookies whose signature was checked. */
export class KnownSignIns {
  readonly #held = new Map<string, LiveSession>();

  find(cookie: string | undefined): LiveSession | undefined {
    return cookie === undefined ? undefined : this.#held.get(cookie);
  }

  keep(cookie: string | undefined, session: LiveSession): void {
    if (cookie === undefined || cookie.length > 4000) return;
    if (this.#held.size >= mostKept) this.#held.clear();
    this.#held.set(cookie, session);
  }

  forget(cookie: string | undefined): void {
    if (cookie !== undefined) this.#held.delete(cookie);
  }
}
