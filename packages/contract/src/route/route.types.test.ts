// Law 4: a route without access, purpose or problems does not compile. Each @ts-expect-error below is an error of the type checker if the type ever lets it pass.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../contract.ts';
import { route, walkRoutes } from './index.ts';

const whole = {
  method: 'GET',
  path: '/x',
  summary: 'x',
  access: 'case.read',
  purpose: ['casework'],
  problems: [],
  input: z.object({}),
  output: z.object({}),
} as const;

describe('a route', () => {
  it('states access, purpose and problems or does not compile', () => {
    const { access: _a, ...withoutAccess } = whole;
    const { purpose: _p, ...withoutPurpose } = whole;
    const { problems: _q, ...withoutProblems } = whole;
    // @ts-expect-error access is missing
    route(withoutAccess);
    // @ts-expect-error purpose is missing
    route(withoutPurpose);
    // @ts-expect-error problems are missing
    route(withoutProblems);
    // @ts-expect-error an action that the access model does not know
    route({ ...whole, access: 'case.peek' });
    // @ts-expect-error a purpose list may not be empty
    route({ ...whole, purpose: [] });
    // @ts-expect-error a problem that has no status and sentence
    route({ ...whole, problems: ['oops'] });
    expect(route(whole)['~orpc'].meta.access).toBe('case.read');
  });

  it('has its own address', () => {
    const addresses = walkRoutes(contract).map((one) => `${one.method} ${one.path.replace(/\{[^}]+\}/g, '{}')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('takes every parameter of its path as an input', () => {
    for (const one of walkRoutes(contract)) {
      const fields = Object.keys(z.toJSONSchema(one.input, { io: 'input', unrepresentable: 'any' }).properties ?? {});
      for (const [, name] of one.path.matchAll(/\{([^}]+)\}/g)) expect(fields, one.name).toContain(name);
    }
  });

  it('is keyed when it writes and could do harm twice', () => {
    for (const one of walkRoutes(contract)) if (one.method === 'GET') expect(one.meta.keyed, one.name).toBe(false);
  });
});
