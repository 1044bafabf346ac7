import { copyText } from './copy-text.ts';
import { notify } from './notices.ts';
import type { UrlSync } from './url-sync.ts';

let sync: UrlSync | null = null;

/** Names the sync that writes the address bar, once, at the start. */
export const linkComesFrom = (started: UrlSync): void => {
  sync = started;
};

/** Copies the address of the present picture, with everything changed up to now. */
export const copyLink = async (): Promise<void> => {
  sync?.flush();
  notify({ kind: (await copyText(window.location.href)) ? 'copied' : 'copy-failed' });
};
