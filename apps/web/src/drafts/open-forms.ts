// Which drafts stand in an open form of this page? Such a form sends its own.
const open = new Map<string, number>();

/** A form is open under this name. @returns the way to say that it is not */
export function formIsOpen(name: string): () => void {
  open.set(name, (open.get(name) ?? 0) + 1);
  return () => {
    const left = (open.get(name) ?? 1) - 1;
    if (left > 0) open.set(name, left);
    else open.delete(name);
  };
}

/** Whether one is. */
export const isFormOpen = (name: string): boolean => open.has(name);
