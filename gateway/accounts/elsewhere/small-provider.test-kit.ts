import { createHash, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small OpenID Connect provider: discovery, keys, authorization code with PKCE, ID tokens signed with RS256. */
export interface SmallProvider {
  readonly issuer: string;
  /** Who signs in there; may be set. */
  claims: Record<string, unknown>;
  /** What of a token it gets wrong; may be set. */
  lie: 'nonce' | 'audience' | 'signature' | null;
  close(): Promise<void>;
}

const base64 = (value: string | Buffer): string => Buffer.from(value).toString('base64url');
const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
};

/** @param port of 127.0.0.1; @param name under which browsers and gateways reach it: `localhost` is another site than 127.0.0.1 */
export const startSmallProvider = async (
  clientId: string,
  secret: string,
  { port = 0, name = '127.0.0.1' } = {},
): Promise<SmallProvider> => {
  const keys = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  const codes = new Map<string, URLSearchParams>();
  const provider = { claims: {} as Record<string, unknown>, lie: null as SmallProvider['lie'] };
  let issuer = '';
  const idToken = (asked: URLSearchParams): string => {
    const now = Math.floor(Date.now() / 1000);
    const head = base64(JSON.stringify({ alg: 'RS256', kid: '1' }));
    const claims = {
      iss: issuer,
      aud: provider.lie === 'audience' ? 'other' : clientId,
      iat: now,
      exp: now + 60,
      nonce: provider.lie === 'nonce' ? 'x' : asked.get('nonce'),
      ...provider.claims,
    };
    const text = `${head}.${base64(JSON.stringify(claims))}`;
    const { privateKey } = keys[provider.lie === 'signature' ? 1 : 0]!;
    return `${text}.${base64(sign('sha256', Buffer.from(text), privateKey))}`;
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, issuer);
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (url.pathname === '/jwks')
      return json({
        keys: [{ ...createPublicKey(keys[0]!.privateKey).export({ format: 'jwk' }), kid: '1', use: 'sig' }],
      });
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      codes.set(code, url.searchParams);
      const back = new URL(url.searchParams.get('redirect_uri')!);
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state')! }).toString();
      return response.writeHead(302, { location: back.href }).end();
    }
    const body = await bodyOf(request);
    const asked = codes.get(body.get('code') ?? '');
    codes.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      asked?.get('code_challenge') === challenge &&
      asked.get('client_id') === clientId &&
      body.get('client_secret') === secret;
    if (!asked || !fits) return json({ error: 'invalid_grant' }, 400);
    return json({ access_token: 'a', token_type: 'bearer', expires_in: 60, id_token: idToken(asked) });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://${name}:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, {
    issuer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
};
