import type { ComponentType } from 'react';
import type { TextKey } from '../i18n/i18n.ts';
import type { UrlField } from '../shell/url-state.ts';

/** One screen of the Region workspace. It finds the open county in county-store.ts. */
export interface RegionTab {
  /** Lower-case, in the link as `tab=`. */
  readonly id: string;
  readonly title: TextKey;
  readonly icon: ComponentType;
  readonly component: ComponentType;
  /** The keys of the link that only this screen reads and writes. */
  readonly urlFields: readonly UrlField[];
}

const registered: RegionTab[] = [];

/** Tabs stand in the order in which they are registered: web/region/tabs.ts. */
export const registerRegionTab = (tab: RegionTab): void => {
  if (registered.some(({ id }) => id === tab.id)) throw new Error(`region tab registered twice: ${tab.id}`);
  registered.push(tab);
};

export const regionTabs = (): readonly RegionTab[] => registered;
