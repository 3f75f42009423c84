// An outside identity provider on loopback: the real oidc-provider with its own pages for signing in and for consent.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

export type OutsideProvider = {
  /** What the server is told of it. */
  settings: Record<string, string>;
  /** What the button on the sign-in page says. */
  name: string;
  stop: () => Promise<void>;
};

/** Starts it for one client. Whoever signs in there is vouched for under the name that was typed. */
export async function startProvider(redirectUri: string): Promise<OutsideProvider> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the provider has no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const secret = 'c'.repeat(40);
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'anwang', client_secret: secret, redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_post' },
    ],
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: sub }) }),
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['browser tests'] },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());
  const name = '縣市單一簽入';
  return {
    settings: { ANWANG_OIDC_ISSUER: issuer, ANWANG_OIDC_CLIENT: 'anwang', ANWANG_OIDC_SECRET: secret, ANWANG_OIDC_NAME: name },
    name,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
