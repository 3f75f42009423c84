export { ApiProblem } from './api-problem.ts';
export type { ApiClient, CallContext, ClientOptions } from './client.ts';
export { createClient } from './client.ts';
