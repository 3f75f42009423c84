export type { SignInOutcome } from './entering.ts';
export { type Auth, type LiveSession, openAuth } from './sign-in.ts';
