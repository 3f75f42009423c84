// Answers to instruments for tests: every required item with the same option.
import { findInstrument } from '@anwang/packs';

/** Answers to an instrument; an item that lets several options be chosen gets its first positive one for `Y`, none for `N`. */
export function instrumentAnswers(id: string, code: string): Record<string, string | string[]> {
  const items = (findInstrument(id)?.items ?? []).filter((item) => item.required);
  return Object.fromEntries(
    items.map((item) => {
      const positive = item.options.find((option) => option.points > 0)?.code ?? code;
      return [item.id, item.kind === 'many' ? [code === 'Y' ? positive : code] : code];
    }),
  );
}

/** The four parts of the report with which a worker proposes to open for a vulnerable family. */
export const reportAnswers = { reason: '通報屬實', diagnosis: '經濟陷困', goals: '穩定生活', plan: '連結資源', needTypes: ['VF1'] };
/** The least that a safety plan says. */
export const safetyAnswers = { violence: null, orderStatus: null, plan: '約定暗語' };
