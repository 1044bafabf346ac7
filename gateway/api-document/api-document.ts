import { z } from 'zod';
import type { Access } from '../accounts/access.ts';
import type { GuardedRoute } from '../accounts/guard.ts';
import { ACCOUNTS_API } from './accounts-api.ts';
import type { ApiRoute, Named } from './api-route.ts';
import { COUNTY_API } from './county-api.ts';
import { LEDGER_API } from './ledger-api.ts';
import { LIVE_API } from './live-api.ts';

/** What every route asks for and answers. */
export const API = { ...ACCOUNTS_API, ...LIVE_API, ...LEDGER_API, ...COUNTY_API } as const satisfies Readonly<
  Record<string, ApiRoute>
>;

type Json = Readonly<Record<string, unknown>>;

const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457: what went wrong, and how to mend it',
  required: ['type', 'status', 'title', 'detail', 'mend'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string', description: 'the cause' },
    mend: { type: 'string' },
  },
};

/** As a route is written in API: without the patterns of its parameters. */
export const keyOf = ({ method, url }: Pick<GuardedRoute, 'method' | 'url'>): string =>
  `${method} ${url.replaceAll(/\(\^?[^)]*\)/g, '')}`;

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Json;
  return rest;
};

/** Queries that may be one of several are told as all of their keys, none of them wanted. */
const queryOf = (schema: z.ZodType): Json[] => {
  const of = schemaOf(schema) as {
    properties?: Record<string, Json>;
    required?: string[];
    anyOf?: { properties?: Record<string, Json> }[];
  };
  const properties = of.properties ?? Object.assign({}, ...(of.anyOf ?? []).map((one) => one.properties));
  return Object.entries(properties as Record<string, Json>).map(([name, value]) => ({
    name,
    in: 'query',
    required: of.required?.includes(name) ?? false,
    schema: value,
  }));
};

const WHO: Readonly<Record<Access['kind'], string>> = {
  public: 'Anybody.',
  'signed-in': 'Any account.',
  mine: 'Accounts that see the mine',
  county: 'Accounts that see the whole county',
  'part-of-county': 'Accounts that see the county or a mine of it; what they do not see is left out.',
  accounts: 'Administrators.',
};
const whoOf = (access: Access): string =>
  'action' in access ? `${WHO[access.kind]}, with a role that may: ${access.action}.` : WHO[access.kind];

const pathOf = (url: string): string =>
  url.replaceAll(/:(\w+)(\([^)]*\))?/g, '{$1}').replace(/\*$/, '{path}');

/** OpenAPI 3.1 of these routes, made from their zod schemas. */
export const apiDocument = (routes: readonly GuardedRoute[]): Json => {
  const schemas: Record<string, Json> = { Problem: PROBLEM };
  const content = (of: Named | string): Json => {
    if (typeof of === 'string') return { [of]: { schema: {} } };
    schemas[of.name] ??= schemaOf(of.schema);
    return { 'application/json': { schema: { $ref: `#/components/schemas/${of.name}` } } };
  };
  const problem = (description: string): Json => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const { method, url, access } = route;
    const told: ApiRoute | undefined = (API as Readonly<Record<string, ApiRoute>>)[keyOf(route)];
    if (!told) continue;
    const inPath = [...pathOf(url).matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    const isScoped = access.kind !== 'public' && access.kind !== 'signed-in';
    paths[pathOf(url)] = {
      ...paths[pathOf(url)],
      [method.toLowerCase()]: {
        summary: told.what,
        description: whoOf(access),
        ...(access.kind === 'public' ? { security: [] } : {}),
        parameters: [...inPath, ...(told.query ? queryOf(told.query) : [])],
        ...(told.body && { requestBody: { required: true, content: content(told.body) } }),
        responses: {
          [told.status ?? 200]: {
            description: told.what,
            ...(told.answer && { content: content(told.answer) }),
          },
          ...(access.kind !== 'public' && { 401: problem('Nobody is signed in.') }),
          ...(isScoped && { 403: problem('The role may not, or a foreign page asks.') }),
          ...(isScoped && { 404: problem('There is none, or none this account sees.') }),
          default: problem('Anything else that went wrong.'),
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hyalite gateway',
      version: '1',
      description:
        'Every error is application/problem+json with a cause (detail) and a mend. Changes are taken from pages of this origin only: send Origin. Live pictures come over the WebSocket /api/live (docs/life-of-a-position.md).',
    },
    security: [{ session: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'hyalite-session',
          description:
            'set by POST /api/session; where the gateway is reached by a port, the name ends in it',
        },
      },
    },
  };
};
