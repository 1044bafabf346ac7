import { z } from 'zod';
import { create } from 'zustand';
import { type Session, sessionSchema } from '../../domain/contracts/session.ts';
import { type Fetched, type FetchFailure, fetchJson } from '../shell/fetch-json.ts';

/** Who is signed in. `expired`: somebody was, in this tab. */
export type SessionState =
  | { readonly status: 'asking' }
  | { readonly status: 'failed'; readonly failure: FetchFailure }
  | { readonly status: 'told'; readonly session: Session; readonly expired: boolean };

export const useAccountSession = create<SessionState>(() => ({ status: 'asking' }));

const tell = (session: Session, expired = false): void =>
  useAccountSession.setState({ status: 'told', session, expired }, true);

const isSignedIn = (): boolean => {
  const state = useAccountSession.getState();
  return state.status === 'told' && state.session.account !== null;
};

const EXPIRED = 'hyalite.expired';
/** Over a reload of the page, once. */
const expiry = {
  remember: (): void => {
    try {
      sessionStorage.setItem(EXPIRED, 'yes');
    } catch {
      // storage is refused in some private windows; the reason is then not said
    }
  },
  take: (): boolean => {
    try {
      const was = sessionStorage.getItem(EXPIRED) !== null;
      sessionStorage.removeItem(EXPIRED);
      return was;
    } catch {
      return false;
    }
  },
};

/**
 * Asks who is signed in. Whoever was and is not any more has to sign in again: the page begins anew at the same link, so that
 * nothing of theirs stays in memory.
 */
export const loadSession = async (): Promise<void> => {
  const was = isSignedIn();
  const fetched = await fetchJson('/api/session', sessionSchema);
  if (fetched.ok) {
    const { account } = fetched.value;
    if (was && account !== null) return;
    if (was) {
      expiry.remember();
      window.location.reload();
    } else tell(fetched.value, expiry.take() && account === null);
  } else if (!was) useAccountSession.setState({ status: 'failed', failure: fetched.failure }, true);
};

/** An order to the gateway as JSON. */
export const order = <S extends z.ZodType>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: object | null,
  schema: S,
): Promise<Fetched<z.output<S>>> =>
  fetchJson(path, schema, {
    fetch: (url) =>
      fetch(url, {
        method,
        ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
  });

/** null: signed in. */
const entered = (answer: Fetched<Session>): FetchFailure | null => {
  if (!answer.ok) return answer.failure;
  tell(answer.value);
  return null;
};

export const signIn = async (account: string, password: string): Promise<FetchFailure | null> =>
  entered(await order('POST', '/api/session', { account, password }, sessionSchema));

export const signInDemo = async (account: string): Promise<FetchFailure | null> =>
  entered(await order('POST', '/api/session/demo', { account }, sessionSchema));

export const choosePassword = async (token: string, password: string): Promise<FetchFailure | null> =>
  entered(await order('POST', '/api/one-time-link', { token, password }, sessionSchema));

export const changePassword = async (old: string, password: string): Promise<FetchFailure | null> => {
  const answer = await order('PUT', '/api/session/password', { old, password }, sessionSchema);
  return answer.ok ? null : answer.failure;
};

/** Leaves nothing behind: the page begins anew. */
export const signOut = async (): Promise<FetchFailure | null> => {
  const answer = await order('DELETE', '/api/session', null, z.unknown());
  if (!answer.ok) return answer.failure;
  window.location.reload();
  return null;
};
