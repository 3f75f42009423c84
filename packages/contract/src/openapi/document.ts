// The contract as an OpenAPI 3.1 document, made from the same values the server runs on. Access, purpose and problems stand beside each operation.
import { z } from 'zod';
import type { Contract } from '../contract.ts';
import { accountProblems, commonProblems, keyedProblems, problemDocument, problemTable } from '../problems/index.ts';
import { type WalkedRoute, walkRoutes } from '../route/index.ts';

type Json = { [key: string]: unknown };

const bare = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json;
  return rest;
};

/** The whole document; `version` is that of the product. */
export function openApiDocument(contract: Contract, version: string): Json {
  const paths: { [path: string]: Json } = {};
  for (const one of walkRoutes(contract)) {
    paths[`/api${one.path}`] = { ...paths[`/api${one.path}`], [one.method.toLowerCase()]: operation(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Anwang 安網',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Reads name a purpose of use in the header `purpose`; writes carry `idempotency-key`. Every error is application/problem+json. Accounts sign in by cookie.',
    },
    servers: [{ url: '/' }],
    tags: Object.keys(contract).map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: bare(problemDocument, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'anwang.session_token' } },
    },
  };
}

function operation(one: WalkedRoute): Json {
  const schema = bare(one.input, 'input');
  const properties = (schema.properties ?? {}) as { [name: string]: Json };
  const required = new Set((schema.required ?? []) as string[]);
  const inPath = [...one.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string);
  const inQuery =
    one.method === 'GET' || one.meta.body === 'stream' ? Object.keys(properties).filter((name) => !inPath.includes(name)) : [];
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name)));
  const withBody = one.method !== 'GET' && one.meta.body === 'json' && Object.keys(rest).length > 0;
  return {
    operationId: one.name,
    tags: [one.feature],
    summary: one.summary,
    'x-access': one.meta.access,
    'x-purpose': one.meta.purpose,
    'x-problems': one.meta.problems,
    security: one.meta.access === 'public' ? [] : [{ session: [] }],
    parameters: [
      ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? {} })),
      ...inQuery.map((name) => ({ name, in: 'query', required: required.has(name), schema: properties[name] ?? {} })),
      ...(one.meta.access === 'public' ? [] : [{ name: 'purpose', in: 'header', required: false, schema: { enum: one.meta.purpose } }]),
      ...(one.meta.keyed
        ? [{ name: 'idempotency-key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 128 } }]
        : []),
    ],
    ...(withBody ? { requestBody: { required: true, content: { 'application/json': { schema: bodySchema(schema, rest, inPath) } } } } : {}),
    ...(one.meta.body === 'stream' ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
    responses: responses(one),
  };
}

function bodySchema(schema: Json, rest: Json, inPath: string[]): Json {
  const required = ((schema.required ?? []) as string[]).filter((name) => !inPath.includes(name));
  return { ...schema, properties: rest, ...(required.length > 0 ? { required } : { required: undefined }) };
}

function responses(one: WalkedRoute): Json {
  const own = [
    ...one.meta.problems,
    ...commonProblems,
    ...(one.meta.access === 'public' ? [] : accountProblems),
    ...(one.meta.keyed ? keyedProblems : []),
  ];
  const byStatus = Map.groupBy(own, (code) => problemTable[code].status);
  const failures = [...byStatus].sort(([a], [b]) => a - b);
  const success =
    one.meta.reply === 'json'
      ? { 200: { description: 'Done', content: { 'application/json': { schema: bare(one.output, 'output') } } } }
      : one.meta.reply === 'redirect'
        ? { 302: { description: 'Sends the browser on' } }
        : { 200: { description: 'The file', content: { 'application/octet-stream': {} } } };
  return {
    ...success,
    ...Object.fromEntries(
      failures.map(([status, codes]) => [
        status,
        {
          description: [...new Set(codes)].join(', '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
    ),
  };
}
