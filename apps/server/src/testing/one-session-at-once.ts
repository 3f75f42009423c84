// A request that asks for a session while it holds one waits for a connection that only it and its like can give back: as many at once as there are connections,
// and nobody is answered any more. The store of every test server refuses it.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Store } from '@anwang/store/session';

/** The store, in which a session within a session fails. */
export function oneSessionAtOnce(store: Store): Store {
  const held = new AsyncLocalStorage<string>();
  return {
    ...store,
    withActor: (actor, purpose, options, work) => {
      const outer = held.getStore();
      if (outer !== undefined) return Promise.reject(new Error(`${options.route} asks for a session inside that of ${outer}`));
      return store.withActor(actor, purpose, options, (tx) => held.run(options.route, () => work(tx)));
    },
  };
}
