// The keyboard and the eye go to a question of an instrument.

/** Focuses the answer that is chosen, or the first one. */
export function goToItem(id: string | null): void {
  if (id === null) return;
  const item = document.querySelector(`[data-item="${CSS.escape(id)}"]`);
  const input = item?.querySelector<HTMLElement>('input:checked') ?? item?.querySelector<HTMLElement>('input');
  input?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: 'center' });
}

/** The question in which the keyboard stands. */
export function itemAtFocus(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item;
}
