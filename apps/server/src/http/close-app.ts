// Leaving in order: what is under way is answered, then the rest is cut off. Browsers hold connections open on which they have never asked
// anything; Node counts those as busy for a minute, and Ctrl-C would hang on them.
import type { FastifyInstance } from 'fastify';

/** Stops listening and resolves when the last request is answered, or after `graceMs` without it. */
export async function closeApp(app: FastifyInstance, graceMs = 3000): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 100);
  const timer = setTimeout(() => app.server.closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(timer);
  }
}
