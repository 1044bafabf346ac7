import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { HolesColumn } from '../../boreholes/holes-column.tsx';
import type { HolesTab } from '../../shell/hole-choice.ts';
import { NextTab } from './next/next-tab.tsx';
import { useHoleHover } from './use-hole-hover.ts';
import { useHoleMark } from './use-hole-mark.ts';
import { VirtualTab } from './virtual/virtual-tab.tsx';

interface Props {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
  readonly tab: HolesTab;
}

/** The boreholes beside the 3D mine, joined to it both ways. */
export default function MineHoles({ catalog, bundleUrl, tab }: Props) {
  useHoleMark(catalog);
  useHoleHover();
  const more = {
    virtual: <VirtualTab catalog={catalog} bundleUrl={bundleUrl} />,
    next: <NextTab catalog={catalog} bundleUrl={bundleUrl} />,
  };
  return <HolesColumn catalog={catalog} bundleUrl={bundleUrl} tab={tab} more={more} />;
}
