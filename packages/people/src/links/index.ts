export { applyInMemory, type LinkedWorld } from './apply-in-memory.ts';
export { type Following, type Link, type LinkBasis, type LinkState, NOTHING_FOLLOWS } from './link.ts';
export {
  keptOf,
  type Plan,
  type PlanProblem,
  planConfirm,
  planMerge,
  planReject,
  planSplit,
  planUndo,
  type Step,
} from './plan.ts';
