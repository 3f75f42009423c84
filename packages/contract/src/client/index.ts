export type { ApiClient, CallContext, ClientOptions } from './client.ts';
export { ApiProblem, createClient } from './client.ts';
