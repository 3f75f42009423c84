// All value sets of the national packs.

import type { ValueSet } from '@anwang/core/concepts';
import {
  disputeReasons,
  informationOnlyReasons,
  moveReasons,
  moveReturnReasons,
  moveWithdrawReasons,
  notAcceptedReasons,
  pauseReasons,
  transferReasons,
  transferReturnReasons,
  transferWithdrawReasons,
} from './desk.ts';
import { flags, sourceSystems } from './flags.ts';
import { grounds } from './grounds.ts';
import { channels, placeKinds, relations, reporterKinds, whereabouts } from './intake.ts';
import { contactMethods, duties, homeChecks, meetingOutcomes, visitMethods, visitWarnings } from './meeting.ts';
import { needs, needTypes, services } from './needs.ts';
import { notToldReasons, placementEnds, placementTypes } from './placement.ts';

export * from './desk.ts';
export * from './grounds.ts';
export * from './intake.ts';
export * from './meeting.ts';
export * from './needs.ts';
export * from './placement.ts';

/** Every value set. */
export const valueSets: readonly ValueSet[] = [
  channels,
  reporterKinds,
  relations,
  whereabouts,
  placeKinds,
  grounds,
  needTypes,
  needs,
  services,
  visitMethods,
  contactMethods,
  meetingOutcomes,
  visitWarnings,
  homeChecks,
  duties,
  placementTypes,
  placementEnds,
  notToldReasons,
  notAcceptedReasons,
  informationOnlyReasons,
  disputeReasons,
  pauseReasons,
  transferReasons,
  transferReturnReasons,
  transferWithdrawReasons,
  moveReasons,
  moveReturnReasons,
  moveWithdrawReasons,
  sourceSystems,
  flags,
];
