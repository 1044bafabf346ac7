import { onSignedOut } from '../shell/signed-out.ts';
import { loadSession } from './session-store.ts';

const OURS = /\/api\/(session|one-time-link)(\/|$)/;
/** Many tiles fail at once: the gateway is asked once. */
const ASK_AT_MOST_EVERY_MS = 2_000;

/**
 * Whatever is answered with 401 (tiles and pictures too, which no code of ours asks for) makes the page ask whether the
 * session still holds; where it does not, the sign-in page comes, at the same link.
 */
export const watchSignOut = (): void => {
  let askedAt = Number.NEGATIVE_INFINITY;
  const ask = (): void => {
    const now = performance.now();
    if (now - askedAt < ASK_AT_MOST_EVERY_MS) return;
    askedAt = now;
    void loadSession();
  };
  onSignedOut(ask);
  if (!PerformanceObserver.supportedEntryTypes.includes('resource')) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      // Browsers without `responseStatus` still tell by what our own code asks for.
      if (entry.responseStatus !== 401 || OURS.test(new URL(entry.name).pathname)) continue;
      ask();
      return;
    }
  }).observe({ type: 'resource' });
};
