// Columns that hold one of a few words come back as text; these read them as the contract's words. A word that the schema's checks do not know is a bug.
import { band, bandSource, deskOutcome, dispatchStatus, reportPersonRole, reportStatus, sex, urgency } from '@anwang/contract/shapes';
import type { z } from 'zod';

const reader =
  <T extends z.ZodEnum>(words: T) =>
  (text: string): z.output<T> => {
    if ((words.options as readonly string[]).includes(text)) return text as z.output<T>;
    throw new Error(`unknown word in a row: ${text}`);
  };

export const asBand = reader(band);
export const asBandSource = reader(bandSource);
export const asUrgency = reader(urgency);
export const asOutcome = reader(deskOutcome);
export const asReportStatus = reader(reportStatus);
export const asDispatchStatus = reader(dispatchStatus);
export const asPersonRole = reader(reportPersonRole);
export const asSex = reader(sex);
