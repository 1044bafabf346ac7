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
