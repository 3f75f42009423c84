// Every error leaves as application/problem+json (RFC 9457), in the language asked for.
import { problemToDocument } from '@anwang/contract/problems';
import type { Problem } from '@anwang/core/lang';
import type { FastifyReply } from 'fastify';

/** Sends a problem with its status; a wait is also said in the Retry-After header. */
export function sendProblem(reply: FastifyReply, problem: Problem, language: 'zh-TW' | 'en'): FastifyReply {
  const document = problemToDocument(problem, language);
  if ('retryAfterSeconds' in problem) reply.header('retry-after', String(problem.retryAfterSeconds));
  return reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document));
}

/** The language a request asks for; Traditional Chinese unless English comes first. */
export function languageOf(header: string | undefined): 'zh-TW' | 'en' {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'zh-TW';
}
