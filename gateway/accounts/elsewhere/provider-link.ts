import { readFile } from 'node:fs/promises';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import {
  type IdentityProvider,
  identityProviderSchema,
} from '../../../domain/contracts/identity-provider.ts';
import { readYamlFile } from '../../live/setup/yaml-file.ts';
import type { Claims } from './account-of-claims.ts';
import { CALLBACK_PATH } from './paths.ts';

/** What is remembered of somebody who was sent to the provider. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** An OpenID Connect provider: authorization code with PKCE, state and nonce. */
export interface ProviderLink {
  readonly provider: IdentityProvider;
  /** Where to send the browser. @throws Error where the provider cannot be reached */
  begin(): Promise<{ readonly url: URL; readonly errand: Errand }>;
  /** What the provider says of who came back; `query` with its `?`. @throws Error where anything does not fit the errand */
  finish(query: string, errand: Errand): Promise<{ readonly subject: string; readonly claims: Claims }>;
}

const isLoopback = ({ hostname }: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** So long its discovery document is believed: whoever is sent to a provider that is gone sees no page of ours. */
const DISCOVERED_MS = 60_000;

/** @throws LiveSetupError naming what is wrong in the file */
export const readIdentityProvider = async (
  file: string,
  clock: () => number = Date.now,
): Promise<ProviderLink> => {
  const { value: provider } = await readYamlFile(file, identityProviderSchema, {
    label: 'identity-provider.yaml',
    guide: 'docs/security.md',
  });
  const issuer = new URL(provider.issuer);
  const callback = new URL(CALLBACK_PATH, provider.address).href;
  const secret =
    provider.clientSecretFile === undefined
      ? null
      : (await readFile(provider.clientSecretFile, 'utf8')).trim();
  let found: Promise<Configuration> | null = null;
  let foundAt = 0;
  const configuration = (): Promise<Configuration> => {
    if (found) return found;
    foundAt = clock();
    found = discovery(
      issuer,
      provider.clientId,
      undefined,
      secret === null ? None() : ClientSecretPost(secret),
      // Without TLS only on this machine: on a network anybody between could sign in as anybody.
      // The token's signature is checked as well, not only the line it came by.
      {
        execute: isLoopback(issuer)
          ? [enableNonRepudiationChecks, allowInsecureRequests]
          : [enableNonRepudiationChecks],
      },
    ).catch((error: unknown) => {
      // It may be there the next time.
      found = null;
      throw error;
    });
    return found;
  };
  return {
    provider,
    begin: async () => {
      if (clock() - foundAt > DISCOVERED_MS) found = null;
      const config = await configuration();
      const errand = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: provider.scope,
        code_challenge: await calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
        state: errand.state,
        nonce: errand.nonce,
      });
      return { url, errand };
    },
    finish: async (query, errand) => {
      const tokens = await authorizationCodeGrant(await configuration(), new URL(`${callback}${query}`), {
        pkceCodeVerifier: errand.verifier,
        expectedState: errand.state,
        expectedNonce: errand.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      return { subject: `${claims.iss} ${claims.sub}`, claims };
    },
  };
};
