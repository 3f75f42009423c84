// How does a person at a terminal see that something is going on? One line that is rewritten; nothing where there is no terminal.

import type { Words } from '../roles/index.ts';
import type { PhaseName, Progress } from '../run/index.ts';
import { type Manner, type Session, say } from './session.ts';

const PHASES: Readonly<Record<PhaseName | 'read', Words>> = {
  read: { zh: '讀取', en: 'Reading' },
  encode: { zh: '整理每個值', en: 'Preparing values' },
  plan: { zh: '規劃分組', en: 'Planning blocks' },
  block: { zh: '產生配對', en: 'Making pairs' },
  compare: { zh: '比較', en: 'Comparing' },
  train: { zh: '訓練', en: 'Training' },
  score: { zh: '評分', en: 'Scoring' },
  'second-round': { zh: '第二輪', en: 'Second round' },
  cluster: { zh: '分群', en: 'Clustering' },
  seal: { zh: '整理模型與報告', en: 'Preparing model and report' },
  write: { zh: '寫出', en: 'Writing' },
};

const ORDER: readonly (PhaseName | 'read')[] = ['read', 'encode', 'plan', 'block', 'compare', 'train', 'score', 'cluster', 'seal', 'write'];

/** The run tells a phase when it is over; a person wants to know which one is going on. */
export const going = (finished: PhaseName): PhaseName | 'read' => ORDER[ORDER.indexOf(finished) + 1] ?? 'write';

export interface ProgressLine {
  show(progress: Pick<Progress, 'done' | 'total'> & { readonly phase: PhaseName | 'read' }): void;
  end(): void;
}

/** A progress line on a terminal; silent under --json, --quiet or without a terminal. */
export const progressLine = (session: Session, manner: Manner): ProgressLine => {
  if (session.columns === 0 || manner.json || manner.quiet) return { show: () => undefined, end: () => undefined };
  const start = performance.now();
  let shown = false;
  return {
    show({ phase, done, total }) {
      const share = done !== undefined && total !== undefined && total > 0 ? ` ${Math.floor((100 * done) / total)}%` : '';
      const line = `${say(PHASES[phase], manner)}${share} … ${((performance.now() - start) / 1000).toFixed(1)} s`;
      session.err(`\r\u001b[2K${line.slice(0, Math.max(10, session.columns - 1))}`);
      shown = true;
    },
    end() {
      if (shown) session.err('\r\u001b[2K');
      shown = false;
    },
  };
};
