// How far is an instrument filled in? By part, and which question comes next: the first open one behind the present, or else the first of all.
import type { Instrument } from '@anwang/core/assessment';
import type { ItemAnswers } from './instrument.ts';

type Items = Pick<Instrument, 'parts' | 'items'>;
export type PartProgress = { readonly id: string; readonly answered: number; readonly of: number; readonly firstOpen: string | null };

const isOpen = (answers: ItemAnswers, item: { readonly id: string; readonly required: boolean }) =>
  item.required && answers[item.id] === undefined;

/** The parts in their order with how many of their required questions are answered. */
export function progressOf({ parts, items }: Items, answers: ItemAnswers): PartProgress[] {
  return parts.map(({ id }) => {
    const own = items.filter((item) => item.part === id && item.required);
    const open = own.filter((item) => isOpen(answers, item));
    return { id, answered: own.length - open.length, of: own.length, firstOpen: open[0]?.id ?? null };
  });
}

/** The next open question, in the order in which they are shown; null when all are answered. @param after the present one */
export function nextOpen({ parts, items }: Items, answers: ItemAnswers, after?: string): string | null {
  const shown = parts.flatMap((part) => items.filter((item) => item.part === part.id));
  const at = shown.findIndex((item) => item.id === after);
  const inTurn = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
  return inTurn.find((item) => item.id !== after && isOpen(answers, item))?.id ?? null;
}
