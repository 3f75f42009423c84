// What was granted for the sake of a case ends with it: shares and helpers. Nobody reads on for years because nobody thought of it.

import type { AccountId, UnitId } from '../lang/ids.ts';
import type { CaseState } from './state.ts';

/** An event that ends a share or the help of somebody, without its moment. */
export type Ending =
  | { readonly type: 'shareEnded'; readonly facts: { readonly share: string } }
  | {
      readonly type: 'collaboratorEnded';
      readonly facts: { readonly account: AccountId | null; readonly unit: UnitId; readonly reason: string };
    };

/** Why a helper's help ended, where it was with the case. */
export const withTheCase = 'caseEnded';

/** What ends in the write that closes the case, or does not open it. Referrals stay: they may be why it can close. */
export function endsWithCase({ shares, collaborators }: CaseState): Ending[] {
  return [
    ...shares.filter((one) => !one.ended).map((one): Ending => ({ type: 'shareEnded', facts: { share: one.id } })),
    ...collaborators
      .filter((one) => one.until === null)
      .map(({ account, unit }): Ending => ({ type: 'collaboratorEnded', facts: { account, unit, reason: withTheCase } })),
  ];
}
