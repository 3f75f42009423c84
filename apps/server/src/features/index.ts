// All handlers of the server: one per route of the contract, or this does not compile.
import type { AllHandlers } from '../http/handlers.ts';
import { admin } from './admin/index.ts';
import { adoptions } from './adoptions/index.ts';
import { audit } from './audit/index.ts';
import { breakglass } from './breakglass/index.ts';
import { cases } from './cases/index.ts';
import { dispatch } from './dispatch/index.ts';
import { drafts } from './drafts/index.ts';
import { files } from './files/index.ts';
import { intake } from './intake/index.ts';
import { matching } from './matching/index.ts';
import { measures } from './measures/index.ts';
import { notices } from './notices/index.ts';
import { people } from './people/index.ts';
import { recoveries } from './recoveries/index.ts';
import { recusals } from './recusals/index.ts';
import { reference } from './reference/index.ts';
import { referrals } from './referrals/index.ts';
import { review } from './review/index.ts';
import { screening } from './screening/index.ts';
import { session } from './session/index.ts';

export const handlers: AllHandlers = {
  admin,
  adoptions,
  audit,
  breakglass,
  cases,
  dispatch,
  drafts,
  files,
  intake,
  matching,
  measures,
  notices,
  people,
  recoveries,
  recusals,
  reference,
  referrals,
  review,
  screening,
  session,
};
