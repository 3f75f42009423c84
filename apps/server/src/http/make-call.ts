// May this request be answered at all? Rate, cross-site, session, action and purpose; reach is asked of the rows themselves.

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { WalkedRoute } from '@anwang/contract/route';
import type { Actor, Purpose } from '@anwang/core/access';
import { decide, isPurpose } from '@anwang/core/access';
import type { Problem, Result } from '@anwang/core/lang';
import { fail, ok } from '@anwang/core/lang';
import { type Instant, msOf } from '@anwang/core/time';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../house.ts';
import type { Call, SessionRef } from './call.ts';
import { networkOf } from './rate-limit.ts';
import { runWithin, textsOf } from './run-within.ts';

type Live = { readonly token: string; readonly version: number };
/** `live`: the sign-in is known from before and is checked by the transaction itself. */
type Caller = { readonly actor: Actor; readonly session: SessionRef | null; readonly live: Live | null };

/** The call, or why it is refused before anything is read. */
export async function makeCall(
  one: WalkedRoute,
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  language: 'zh-TW' | 'en',
  trusting = false,
): Promise<Result<Call>> {
  const now = house.now();
  const early = one.meta.access === 'public' ? tooOften(one, house, networkOf(request.ip), now) : null;
  if (early) return early;
  if (one.method !== 'GET' && isCrossSite(request))
    return fail({ code: 'accessDenied', action: String(one.meta.access), reason: 'crossSite' });
  const caller = await whoCalls(one, house, request, trusting);
  if (!caller.ok) return caller;
  // Whoever is signed in has an own limit: a whole office comes from one address.
  const often = one.meta.access === 'public' ? null : tooOften(one, house, caller.value.actor.id, now);
  if (often) return often;
  const purpose = choosePurpose(one, caller.value.actor, request.headers.purpose, now);
  if (!purpose.ok) return purpose;
  const key = keyOf(one, request);
  if (!key.ok) return key;

  const { actor, session, live } = caller.value;
  const stream = one.meta.body === 'stream';
  const upload = stream ? ((request.body as Readable | undefined) ?? request.raw) : null;
  const digest = (): Buffer =>
    createHash('sha256')
      .update(stream ? (request.raw.url ?? '') : JSON.stringify(request.body ?? null))
      .update(request.raw.url ?? '')
      .digest();
  const call: Call = {
    actor,
    session,
    purpose: purpose.value,
    route: one.name,
    now,
    address: request.ip,
    language,
    house,
    header: (name) => headerText(request.headers[name]),
    upload,
    reply: (name, value) => void reply.header(name, value),
    writeName: `${actor.id} ${one.name} ${key.value ?? ''} ${key.value === null ? '' : digest().toString('hex')}`,
    within: (work, kept) =>
      runWithin(
        house,
        { actor, purpose: purpose.value, route: one.name, live },
        key.value === null
          ? null
          : { key: key.value, digest: digest(), named: { ...textsOf(request.params), ...(stream ? {} : textsOf(request.body)) } },
        work,
        kept,
        () => upload?.readableDidRead !== true,
      ),
  };
  return ok(call);
}

/** The refusal of a route that was asked too often by `whose`: a network, or an account. Each asking counts. */
function tooOften(one: WalkedRoute, house: House, whose: string, now: Instant): Result<never> | null {
  if (!one.meta.rateLimit) return null;
  const wait = house.buckets.take(one.meta.rateLimit, whose, msOf(now));
  return wait > 0 ? fail({ code: 'tooManyRequests', retryAfterSeconds: wait }) : null;
}

async function whoCalls(one: WalkedRoute, house: House, request: FastifyRequest, trusting: boolean): Promise<Result<Caller>> {
  const isPublic = one.meta.access === 'public';
  if (isPublic && one.feature !== 'session') return ok({ actor: house.system.public, session: null, live: null });
  const { cookie } = request.headers;
  const known = trusting ? house.signIns.find(cookie) : undefined;
  const held = known ?? (await house.auth.sessionOf(cookie));
  const actor = held ? await house.actorOf(held.accountId, held.accountVersion) : null;
  if (held && actor) {
    if (!known) house.signIns.keep(cookie, held);
    const { id, token, expiresAt, userName, accountVersion } = held;
    return ok({ actor, session: { id, token, expiresAt, userName }, live: known ? { token, version: accountVersion } : null });
  }
  house.signIns.forget(cookie);
  if (isPublic) return ok({ actor: house.system.public, session: null, live: null });
  return fail({ code: (await house.auth.isClosed(cookie)) ? 'accountClosed' : 'notSignedIn' });
}

/** The purpose the caller names, else one of the route that the grants allow. */
function choosePurpose(one: WalkedRoute, actor: Actor, named: string | string[] | undefined, now: Call['now']): Result<Purpose> {
  const { access, purpose } = one.meta;
  const asked = headerText(named);
  if (access === 'public' || access === 'signedIn') return ok(asked && isPurpose(asked) && purpose.includes(asked) ? asked : purpose[0]);
  if (asked !== undefined && !(isPurpose(asked) && purpose.includes(asked)))
    return fail({ code: 'purposeNeeded', action: access, purposes: purpose });
  const candidates = asked === undefined ? purpose : purpose.filter((one) => one === asked);
  const open: Open[] = [];
  let last: Problem = { code: 'accessDenied', action: access, reason: 'noGrant' };
  for (const candidate of candidates) {
    const decision = decide(actor, access, candidate, null, now);
    if (decision.allow) open.push({ purpose: candidate, grants: decision.basis.map((basis) => JSON.stringify(basis)) });
    else
      last =
        decision.reason === 'purposeNotAllowed'
          ? { code: 'purposeNeeded', action: access, purposes: purpose }
          : { code: 'accessDenied', action: access, reason: decision.reason };
  }
  const chosen = widest(open);
  return chosen === undefined ? fail(last) : ok(chosen);
}

type Open = { readonly purpose: Purpose; readonly grants: readonly string[] };

/**
 * The purpose under which every grant counts that counts under any: a partner who also helps in a case would otherwise see the helper's cases and none that are
 * shared with the unit. Where there is none, the first.
 */
function widest(open: readonly Open[]): Purpose | undefined {
  const all = new Set(open.flatMap((one) => one.grants));
  return (open.find((one) => new Set(one.grants).size === all.size) ?? open[0])?.purpose;
}

function keyOf(one: WalkedRoute, request: FastifyRequest): Result<string | null> {
  if (!one.meta.keyed) return ok(null);
  const key = headerText(request.headers['idempotency-key']);
  if (key === undefined || !/^[A-Za-z0-9._:-]{8,128}$/.test(key)) return fail({ code: 'idempotencyKeyNeeded' });
  return ok(key);
}

const headerText = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** A browser says where a request comes from; another site may not write with our cookie. */
function isCrossSite(request: FastifyRequest): boolean {
  const site = headerText(request.headers['sec-fetch-site']);
  return site === 'cross-site' || site === 'same-site';
}
