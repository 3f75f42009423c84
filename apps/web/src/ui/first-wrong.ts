// Where is the first field that has to be put right? A long form that was refused shows it, and the keyboard stands in it.

/** Goes to the first wrong field of the topmost dialog, or of the page. @returns whether there is one */
export function goToFirstWrong(): boolean {
  const whole = [...document.querySelectorAll('[role=dialog]')].at(-1) ?? document;
  const wrong = whole.querySelector('[aria-invalid="true"], fieldset[data-wrong] input');
  if (!(wrong instanceof HTMLElement)) return false;
  wrong.focus({ preventScroll: true });
  wrong.scrollIntoView({ block: 'center' });
  return true;
}

/** How long a page may take to show what is wrong, a change of its step included. */
const SHOWN_WITHIN_MS = 100;

/** The same once the page shows what is wrong; `otherwise` when no field does. */
export function goToFirstWrongSoon(otherwise: () => void = () => undefined): void {
  setTimeout(() => goToFirstWrong() || otherwise(), SHOWN_WITHIN_MS);
}
