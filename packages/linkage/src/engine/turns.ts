// Work that must not overlap, in the order it was asked for.

/** One after the other: a connection takes one statement at a time, and a second one ends the first without a word. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when all that was asked for before has ended, well or badly. `work` may not take a turn itself: it would wait for its own end. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}
