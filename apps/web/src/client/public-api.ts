// How do the public pages speak to the server? As the contract says, by its types and by the few paths that the build puts in: its whole client with all
// schemas is a third of what a telephone would have to load before somebody can report.
import { type ApiClient, ApiProblem } from '@anwang/contract/client';

type Intake = ApiClient['intake'];
type Verb = 'form' | 'report' | 'receiptStatus' | 'addByReceipt';
type Options = { context?: { key?: string } };

const caller =
  <Name extends Verb>(name: Name) =>
  async (input: Parameters<Intake[Name]>[0], { context = {} }: Options = {}): Promise<Awaited<ReturnType<Intake[Name]>>> => {
    const route = PUBLIC_ROUTES[name];
    if (route === undefined) throw new Error(`no public route ${name}`);
    const response = await fetch(route.path, {
      method: route.method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'idempotency-key': context.key ?? crypto.randomUUID(), 'content-type': 'application/json' },
      ...(route.method === 'GET' ? {} : { body: JSON.stringify(input) }),
    });
    if (response.ok) return response.json();
    if (response.headers.get('content-type')?.startsWith('application/problem+json')) throw new ApiProblem(await response.json());
    // Not our server's answer: a proxy that gave up.
    throw new TypeError(`unreadable answer ${response.status}`);
  };

/** The routes of the public pages. */
export const publicApi = {
  form: caller('form'),
  report: caller('report'),
  receiptStatus: caller('receiptStatus'),
  addByReceipt: caller('addByReceipt'),
};
