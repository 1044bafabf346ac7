import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { useLive } from '../live-store.ts';
import { DeviceCard } from './device-card.tsx';
import { EntityCard } from './entity-card.tsx';

/** The chosen person, vehicle or device, in the place of the feature card. */
export const LiveCard = ({ catalog }: { catalog: Catalog }) => {
  const selected = useLive((state) => state.selected);
  if (!selected) return null;
  return selected.type === 'entity' ? (
    <EntityCard key={selected.handle} handle={selected.handle} catalog={catalog} />
  ) : (
    <DeviceCard key={selected.id} id={selected.id} catalog={catalog} />
  );
};
