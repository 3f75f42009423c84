// The HTTP API as one value: features, each with its routes. Server and web both derive from it; nothing else names a path.
import { admin } from './routes/admin.ts';
import { adoptions } from './routes/adoptions.ts';
import { audit } from './routes/audit.ts';
import { breakglass } from './routes/breakglass.ts';
import { cases } from './routes/cases.ts';
import { dispatch } from './routes/dispatch.ts';
import { drafts } from './routes/drafts.ts';
import { files } from './routes/files.ts';
import { intake } from './routes/intake.ts';
import { matching } from './routes/matching.ts';
import { measures } from './routes/measures.ts';
import { notices } from './routes/notices.ts';
import { people } from './routes/people.ts';
import { recoveries } from './routes/recoveries.ts';
import { recusals } from './routes/recusals.ts';
import { reference } from './routes/reference.ts';
import { referrals } from './routes/referrals.ts';
import { review } from './routes/review.ts';
import { screening } from './routes/screening.ts';
import { session } from './routes/session.ts';

export const contract = {
  session, recoveries, recusals, reference, intake, screening, matching, review, dispatch, cases, referrals, people, measures, files, drafts, notices, breakglass, audit, admin, adoptions,
}; // biome-ignore format: one list
export type Contract = typeof contract;
export type Feature = keyof Contract;
