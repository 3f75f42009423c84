// packs: the programmes, stated. Everything exported here is plain data or a look-up in it.
export * from './catalog.ts';
export { gardenOverlay } from './fixture/overlay.ts';
export { communityGarden } from './fixture/program.ts';
export { supportClock, supportToldAbove } from './shared/clocks.ts';
export { concepts } from './shared/concepts.ts';
export { desk } from './shared/desk.ts';
export { firstVisitRules } from './shared/measures.ts';
export { lexicon } from './shared/narrative.ts';
export {
  channels,
  contactMethods,
  disputeReasons,
  duties,
  type Ground,
  groundList,
  grounds,
  groundsOf,
  homeChecks,
  informationOnlyReasons,
  mandatoryReporterKinds,
  meetingOutcomes,
  moveReasons,
  moveReturnReasons,
  moveWithdrawReasons,
  needs,
  needTypes,
  notAcceptedReasons,
  notToldReasons,
  pauseReasons,
  placeKinds,
  placementEnds,
  relations,
  reporterKinds,
  services,
  transferReasons,
  transferReturnReasons,
  transferWithdrawReasons,
  visitMethods,
  visitWarnings,
  whereabouts,
} from './shared/value-sets/index.ts';
