// Where a command speaks, in which language, and what must be cleaned up when it is interrupted.

import type { Locale, Words } from '../roles/index.ts';

/** The world as a command sees it; tests bring one of their own. */
export interface Session {
  out(text: string): void;
  err(text: string): void;
  /** Width of the terminal that `err` is, 0 if it is none. */
  readonly columns: number;
  readonly signal: AbortSignal;
  /** Registers what removes half-done work at once; returns what forgets it again. */
  onInterrupt(clean: () => void): () => void;
  /** Called when what a run needs has been loaded, in all threads: what is compiled from here on is what takes time. `short`: it takes a second or two. */
  loaded(short: boolean): void;
}

/** How this call wants to be answered. */
export interface Manner {
  readonly language: Locale;
  readonly json: boolean;
  readonly quiet: boolean;
}

export const EXIT = { done: 0, bug: 1, input: 2, world: 3, interrupted: 130 } as const;

export const say = (words: Words, manner: Pick<Manner, 'language'>): string => (manner.language === 'zh-TW' ? words.zh : words.en);
