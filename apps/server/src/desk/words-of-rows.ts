// Columns of the desk as the contract's words.
import {
  backReason,
  band,
  bandSource,
  deskOutcome,
  dispatchStatus,
  reportPersonRole,
  reportStatus,
  saidBy,
  sex,
  urgency,
} from '@anwang/contract/shapes';
import { wordReader } from '../word-reader.ts';

export const asBackReason = wordReader(backReason);
export const asBand = wordReader(band);
export const asBandSource = wordReader(bandSource);
export const asUrgency = wordReader(urgency);
export const asOutcome = wordReader(deskOutcome);
export const asReportStatus = wordReader(reportStatus);
export const asDispatchStatus = wordReader(dispatchStatus);
export const asPersonRole = wordReader(reportPersonRole);
export const asSaidBy = wordReader(saidBy);
export const asSex = wordReader(sex);
