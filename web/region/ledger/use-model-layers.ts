import { useEffect, useMemo } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { catalogLayerSchema } from '../../../domain/contracts/catalog.ts';
import type { ModelLayer } from '../../ledger/ledger-context.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useMines } from '../county-files.ts';
import { bundleUrl } from '../map/use-scene.ts';

/** Of a mine's catalog only what its layers are called; the rest may be of another release than this page. */
const layersSchema = z.object({
  layers: z.array(z.object(catalogLayerSchema.pick({ id: true, kind: true, name: true }).shape)),
});
type Layers = z.output<typeof layersSchema>['layers'];

const NONE: readonly ModelLayer[] = [];

/** Layers of the mines that were asked for, by mine. */
const useLayersByMine = create<Readonly<Record<string, Layers>>>(() => ({}));
const asked = new Set<string>();

const ask = async (mine: string): Promise<void> => {
  if (asked.has(mine)) return;
  asked.add(mine);
  const fetched = await fetchJson(`${bundleUrl(mine)}catalog.json`, layersSchema);
  if (fetched.ok) useLayersByMine.setState({ [mine]: fetched.value.layers });
  // Without them places say less; the next card asks again.
  else asked.delete(mine);
};

/** What the layers of a mine's model are called; none until they have come, and where the mine has no model. */
export const useModelLayers = (mine: string): readonly ModelLayer[] => {
  const language = useLanguage();
  const file = useMines();
  const hasModel = file.status === 'open' && file.value.some(({ id, bundle }) => id === mine && bundle);
  const layers = useLayersByMine((state) => state[mine]);
  useEffect(() => {
    if (hasModel) void ask(mine);
  }, [mine, hasModel]);
  return useMemo(
    () =>
      layers
        ?.filter(({ kind }) => kind !== 'terrain')
        .map(({ id, name }) => ({ id, name: name[language] })) ?? NONE,
    [layers, language],
  );
};
