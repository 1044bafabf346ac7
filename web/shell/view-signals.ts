import { useLayoutEffect } from 'react';

/**
 * What the page tells a browser test, as attributes of <body>:
 * `data-view-state` is `loading` until every visible layer has its first picture, `ready` after, `error` where there
 * is no picture; `data-pending` is the number of tiles still wanted for the present view.
 */
export type ViewSignal = 'loading' | 'ready' | 'error';

export const signalView = (state: ViewSignal, pending = 0): void => {
  document.body.dataset.viewState = state;
  document.body.dataset.pending = String(pending);
};

/**
 * While `isError` there is no picture; what comes in its place is loading until it says otherwise. Before the browser paints, and
 * before what comes is mounted: else it would stand there as failed until its own code has been fetched.
 */
export const useErrorSignal = (isError: boolean): void =>
  useLayoutEffect(() => {
    if (!isError) return;
    signalView('error');
    return () => signalView('loading');
  }, [isError]);
