export {
  type BreakGlassTarget,
  type BreakGlassUse,
  breakGlass,
  findBreakGlass,
  listBreakGlass,
  openedUntil,
  reviewBreakGlass,
} from './break-glass.ts';
export { type SystemActorName, systemActors } from './system-actors.ts';
