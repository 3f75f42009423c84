// Leaving: one step after the other, the last begun first, and none for longer than its time. What a step waits for may be gone for good (a database whose folder was
// removed), and a stop that never ends is ended by force, in the middle of whatever still works.

/** A step of leaving, the time it has, and its name in both languages for the sentence about what was not done. */
export type Leaving = { readonly name: string; readonly zh: string; readonly withinMs: number; readonly run: () => Promise<unknown> };

/** What could not be done, and why as far as it said. */
export type Undone = { readonly step: Leaving; readonly error: unknown };

/** Does the steps from the last to the first. @returns those that failed or took longer than their time */
export async function leaveInOrder(steps: readonly Leaving[]): Promise<readonly Undone[]> {
  const undone: Undone[] = [];
  for (const step of steps.toReversed()) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done within ${step.withinMs} ms`)), step.withinMs);
    });
    // What comes of it after its time is nobody's any more.
    const done = Promise.resolve().then(step.run);
    done.catch(() => undefined);
    await Promise.race([done, late]).catch((error: unknown) => undone.push({ step, error }));
    clearTimeout(timer);
  }
  return undone;
}

/** One sentence in either language for whoever stopped us, and what the steps themselves said. */
export function sayUndone(undone: readonly Undone[]): string {
  const zh = undone.map(({ step }) => step.zh).join('、');
  const en = undone.map(({ step }) => step.name).join(', ');
  const own = undone.flatMap(({ error }) =>
    error instanceof Error && 'zh' in error && typeof error.zh === 'string' ? [error.zh, error.message] : [],
  );
  return [`已停止，但這些沒有正常收尾：${zh}。`, `Stopped, but this was not ended in order: ${en}.`, ...own, ''].join('\n');
}
