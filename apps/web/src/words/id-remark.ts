// What to say of an identity number while it is typed: a wrong check digit is most often a slip of the hand. It may be sent all the same; part of one too.
import { foldId, parseNationalId, parseResidenceId } from '@anwang/core/identity';
import { m } from '../paraglide/messages.js';

/** The remark, or undefined when nothing is to be said. */
export function idRemark(typed: string): string | undefined {
  const readings = [parseNationalId(foldId(typed)), parseResidenceId(foldId(typed))];
  const slip = readings.every((each) => !each.ok) && readings.some((each) => !each.ok && each.problem.code === 'idNumberCheckDigit');
  return slip ? m.id_check_digit() : undefined;
}
