// Which drafts stand in an open form? Such a form sends its own; what another sent beside it would come back to it as it stood before the last key was pressed. Of this page it is
// known here, of the other tabs of this browser by a lock that ends with the tab.
const open = new Map<string, number>();
const lockOf = (name: string): string => `anwang.form.${name}`;

/** A form is open under this name. @returns the way to say that it is not */
export function formIsOpen(name: string): () => void {
  open.set(name, (open.get(name) ?? 0) + 1);
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  if ('locks' in navigator) void navigator.locks.request(lockOf(name), { mode: 'shared' }, () => closed);
  return () => {
    close();
    const left = (open.get(name) ?? 1) - 1;
    if (left > 0) open.set(name, left);
    else open.delete(name);
  };
}

/** Whether one is, on this page. */
export const isFormOpen = (name: string): boolean => open.has(name);

/** Does it where no form is open under this name, in no tab; null where one is. */
export async function whereClosed<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  if (isFormOpen(name)) return null;
  // Without a safe connection there are no locks, and nothing is kept on the device either.
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => (lock === null ? null : work()));
}
