import { ELSEWHERE_REFUSALS, type ElsewhereRefusal } from '../../domain/contracts/session.ts';

const FIRST = /^#first=([A-Za-z0-9_-]{20,100})$/;

/** The secret of a one-time link; it leaves the address bar and the history at once. null: the page came without one. */
export const takeLinkToken = (): string | null => {
  const { hash, pathname, search } = window.location;
  const token = FIRST.exec(hash)?.[1] ?? null;
  if (token !== null) window.history.replaceState(null, '', `${pathname}${search}`);
  return token;
};

/** Why the identity provider's word was not enough; null: nobody comes from there. */
export const takeElsewhereRefusal = (): ElsewhereRefusal | null => {
  const { hash, pathname, search } = window.location;
  const why = ELSEWHERE_REFUSALS.find((one) => hash === `#refused=${one}`) ?? null;
  if (why !== null) window.history.replaceState(null, '', `${pathname}${search}`);
  return why;
};
