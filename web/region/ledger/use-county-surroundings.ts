import { useMemo } from 'react';
import type { RegisterMine } from '../../../domain/contracts/county.ts';
import type { Hazard, HazardPlace } from '../../../domain/contracts/hazard.ts';
import type { DrawnForm, LedgerSurroundings, ModelFeature } from '../../ledger/ledger-context.ts';
import { coordinateSystems } from '../../shell/coordinate-systems.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { forMine } from '../../shell/view-state.ts';
import { setView } from '../../shell/view-store.ts';
import { useFeatures, useMines } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { beginDrawing, endDrawing, useDrawing } from '../draw/draw-store.ts';
import { lookAt } from '../map/look-at.ts';
import { useOutsideMines } from '../outside/outside-store.ts';
import { useModelLayers } from './use-model-layers.ts';

const NO_MINES: readonly RegisterMine[] = [];

/** Where on the map a place is: a feature of a model is where its mine is. */
const placeOnMap = (place: HazardPlace, mine: RegisterMine | undefined): readonly [number, number] | null => {
  switch (place.kind) {
    case 'feature':
      return mine?.at ?? null;
    case 'point':
      return place.at;
    case 'line':
      return place.line[Math.floor(place.line.length / 2)]!;
    case 'polygon':
      return place.rings[0]![0]!;
  }
};

const showOnMap = (hazard: Hazard, mine: RegisterMine | undefined): void => {
  const at = placeOnMap(hazard.place, mine);
  if (at) lookAt(at);
  setView({ regionTab: 'map', regionPick: { kind: 'hazard', id: `${hazard.mine}/${hazard.id}` } });
};

const showMineOnMap = (mine: string, at: readonly [number, number] | null): void => {
  if (at) lookAt(at);
  setView({ regionTab: 'map', regionPick: { kind: 'mine', id: mine } });
};

/** Things of the mine's bundle that the county knows: they are called mine/layer/feature there. */
const useFeaturesOf = (mine: string): readonly ModelFeature[] => {
  const language = useLanguage();
  const file = useFeatures(true);
  return useMemo(() => {
    if (file.status !== 'open') return [];
    const prefix = `${mine}/`;
    return file.value.flatMap(({ id, name }): ModelFeature[] => {
      const [layer, ...rest] = id.startsWith(prefix) ? id.slice(prefix.length).split('/') : [];
      return layer && rest.length > 0 ? [{ layer, feature: rest.join('/'), name: name[language] }] : [];
    });
  }, [file, mine, language]);
};

const useIsDrawing = (of: DrawnForm): boolean => useDrawing(({ on, form }) => on && form === of);

const toggleDrawing = (of: DrawnForm): void => {
  const { on, form } = useDrawing.getState();
  if (on && form === of) endDrawing();
  else {
    beginDrawing(of);
    setView({ regionTab: 'map' });
  }
};

/** What the ledger of the open county stands in, on its own screen and beside the map. */
export const useCountySurroundings = (): LedgerSurroundings => {
  const language = useLanguage();
  const county = useOpenCounty();
  const file = useMines();
  // Until the register has come, and where it cannot be had, mines go by their ids.
  const mines = file.status === 'open' ? file.value : NO_MINES;
  const outside = useOutsideMines();
  return useMemo((): LedgerSurroundings => {
    const known = new Map(mines.map((mine) => [mine.id, mine]));
    const named = new Map([...outside, ...mines].map((mine) => [mine.id, mine]));
    return {
      scope: { of: 'county', id: county.catalog.county },
      room: 'screen',
      nameOfMine: (mine) => named.get(mine)?.name[language] ?? mine,
      useLayers: useModelLayers,
      picker: null,
      sketch: { useIsOn: useIsDrawing, toggle: toggleDrawing },
      systems: coordinateSystems(county.catalog),
      register: mines,
      outside,
      mines: [...named.keys()],
      showPlace: (hazard) => showOnMap(hazard, known.get(hazard.mine)),
      showAt: (mine, place) => showMineOnMap(mine, placeOnMap(place, known.get(mine))),
      showMine: (mine) => showMineOnMap(mine, known.get(mine)?.at ?? null),
      useModelFeatures: useFeaturesOf,
      openMajorIn3d: ({ id, mine, place }) =>
        named.get(mine)?.bundle
          ? () =>
              setView({
                ...forMine(mine),
                ...{ workspace: 'mine', ledgerPage: 'major', openHazard: { mine, hazard: id } },
                selected:
                  place?.kind === 'feature' ? { layerId: place.layer, featureId: place.feature } : null,
              })
          : null,
      openIn3d: (hazard) =>
        named.get(hazard.mine)?.bundle
          ? () =>
              setView({
                ...forMine(hazard.mine),
                workspace: 'mine',
                openHazard: { mine: hazard.mine, hazard: hazard.id },
              })
          : null,
    };
  }, [county, mines, outside, language]);
};
