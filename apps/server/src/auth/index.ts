export type { SignInOutcome } from './entering.ts';
export { createSignIn, type LiveSession, type SignIn } from './sign-in.ts';
export type { OidcProvider, SignInSettings } from './sign-in-library.ts';
