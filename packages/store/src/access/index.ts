export {
  type BreakGlassTarget,
  type BreakGlassUse,
  breakGlass,
  findBreakGlass,
  listBreakGlass,
  openedUntil,
  reviewBreakGlass,
} from './break-glass.ts';
export { giveNumberOf, giveOwnNumber, readOwnNumber, takeOwnNumber } from './own-number.ts';
export { declareRecusal, liftRecusal, ownRecusals, type Recusal, recusalsOfOthers } from './recusals.ts';
export { type SystemActorName, systemActors } from './system-actors.ts';
