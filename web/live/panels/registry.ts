import type { ComponentType } from 'react';
import type { TextKey } from '../../i18n/i18n.ts';
import type { LiveState } from '../live-store.ts';

/** A panel of the live column: people, alarms, cameras, slopes, readings. One object serves tabs, keyboard and tests. */
export interface LivePanel {
  /** Lower-case, unique. */
  readonly id: string;
  readonly title: TextKey;
  readonly icon: ComponentType;
  readonly component: ComponentType;
  /** Whether this mine has anything to show in it. */
  readonly offered: (state: LiveState) => boolean;
  /** A number that wants attention, beside the tab; 0 shows none. */
  readonly badge?: (state: LiveState) => number;
}

const panels: LivePanel[] = [];

export const registerPanel = (panel: LivePanel): void => {
  if (panels.some(({ id }) => id === panel.id)) throw new Error(`panel registered twice: ${panel.id}`);
  panels.push(panel);
};

export const livePanels = (): readonly LivePanel[] => panels;
