import type { Role } from '../domain/contracts/account.ts';
import { madeAccountSchema } from '../domain/contracts/session.ts';

const PASSWORD = '测试用的一句长密码 2026';
/** How long a gateway that listens may take to print its link. */
const PRINT_WITHIN_MS = 5_000;
const tokenIn = (text: string): string => {
  const token = /#first=([A-Za-z0-9_-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`no one-time link in:\n${text}`);
  return token;
};

/**
 * Signs in at a gateway that runs as its own process: chooses the first administrator's password with the link that it
 * printed, makes an account, and signs that one in. @returns its cookie
 */
export const cookieByFirstLink = async (
  url: string,
  printed: () => string,
  account: { readonly role: Role; readonly mines?: readonly string[]; readonly county?: string },
): Promise<string> => {
  const post = async (path: string, body: object, cookie = ''): Promise<Response> => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const enter = async (token: string): Promise<string> => {
    const answer = await post('/api/one-time-link', { token, password: PASSWORD });
    return answer.headers.get('set-cookie')!.split(';')[0]!;
  };
  for (let waited = 0; !printed().includes('#first=') && waited < PRINT_WITHIN_MS; waited += 50)
    await new Promise((go) => setTimeout(go, 50));
  const administrator = await enter(tokenIn(printed()));
  const { role, mines = [], county = null } = account;
  const wanted = { id: role, name: `测试 ${role}`, role, mines, county };
  const made = madeAccountSchema.parse(await (await post('/api/accounts', wanted, administrator)).json());
  return enter(tokenIn(made.link.path));
};
