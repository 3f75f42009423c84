// What must still be sent before somebody signs out or the page is loaded anew, and whether there is any.

type Waiting = { readonly unsaved: () => boolean; readonly finish: () => Promise<unknown> };
const waiting = new Set<Waiting>();
const longestMs = 3000;

/** Says what to do before leaving, and when there is something to do. @returns the way to take it back */
export function beforeLeaving(one: Waiting): () => void {
  waiting.add(one);
  return () => {
    waiting.delete(one);
  };
}

/** Whether some form holds what was not sent yet. */
export const holdsUnsaved = (): boolean => [...waiting].some((one) => one.unsaved());

/** Does it all; gives up after three seconds, so that leaving always works. */
export async function finishBeforeLeaving(): Promise<void> {
  const done = Promise.all([...waiting].filter((one) => one.unsaved()).map((one) => one.finish()));
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, longestMs))]);
}
