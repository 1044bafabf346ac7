import { createContext, useCallback, useContext } from 'react';
import type { RegisterMine } from '../../domain/contracts/county.ts';
import type { Hazard, HazardPlace } from '../../domain/contracts/hazard.ts';
import type { MajorHazard } from '../../domain/contracts/major-hazard.ts';
import type { NamedOutside } from '../../domain/contracts/mines-outside.ts';
import type { ShownSystem } from '../shell/coordinate-systems.ts';
import type { LedgerScope } from './ledger-routes.ts';

/** Picking places in a scene. */
export interface PlacePicker {
  /** The feature that is selected in the scene. */
  readonly useSelected: () => { readonly layer: string; readonly feature: string } | null;
  /** Hands over each place that is clicked, WGS 84 degrees, until the returned function is called. */
  readonly pick: (onPoint: (longitude: number, latitude: number) => void) => () => void;
}

/** Whose form it is that asks for a place: of a hidden hazard, or of a major one. */
export type DrawnForm = 'hazard' | 'major';

/** Drawing on a map. */
export interface MapSketch {
  readonly useIsOn: (form: DrawnForm) => boolean;
  /** Begins to draw the place of the open form, on the map; called again it ends. */
  readonly toggle: (form: DrawnForm) => void;
}

/** Something of a mine's model: its layer and its id there. */
export interface ModelFeature {
  readonly layer: string;
  readonly feature: string;
  readonly name: string;
}

/** A layer of a mine's model, by its name in the reader's language. */
export interface ModelLayer {
  readonly id: string;
  readonly name: string;
}

/** Where the ledger stands: whose it is, how much room it has, and what its surroundings can do for it. */
export interface LedgerSurroundings {
  readonly scope: LedgerScope;
  /** `screen`: it has the workspace; `panel`: it lies beside a scene. */
  readonly room: 'screen' | 'panel';
  readonly nameOfMine: (mine: string) => string;
  /** Layers of a mine's model, of which a hazard may be a feature; empty: it has no model, or they are not known yet. */
  readonly useLayers: (mine: string) => readonly ModelLayer[];
  /** Points and features are picked in the scene; null: there is none. */
  readonly picker: PlacePicker | null;
  /** Places are drawn on a map; null: there is none. */
  readonly sketch: MapSketch | null;
  /** Systems besides WGS 84 in which coordinates may be typed. */
  readonly systems: readonly ShownSystem[];
  /** The county's register of mines; null: it cannot be had here. */
  readonly register: readonly RegisterMine[] | null;
  /** Those of them that the county's register does not list. */
  readonly outside: readonly Pick<NamedOutside, 'id' | 'name'>[];
  /** Mines whose ledger it is. */
  readonly mines: readonly string[];
  /** Shows the place of a hazard where there is a scene or a map; null: nothing can. */
  readonly showPlace: ((hazard: Hazard) => void) | null;
  /** Shows a place of a mine that is no hidden hazard's; null: nothing can. */
  readonly showAt: ((mine: string, place: HazardPlace) => void) | null;
  /** Shows the mine among the others; null: there are no others here. */
  readonly showMine: ((mine: string) => void) | null;
  /** Things of a mine's model that a place may be, by name, as far as they can be listed here. */
  readonly useModelFeatures: (mine: string) => readonly ModelFeature[];
  /** Opens the mine's model at a major hazard; null where the mine has none, or is open already. */
  readonly openMajorIn3d: (hazard: Pick<MajorHazard, 'id' | 'mine' | 'place'>) => (() => void) | null;
  /** Opens the mine's model at the hazard; null where the mine has none, or is open already. */
  readonly openIn3d: (hazard: Hazard) => (() => void) | null;
}

export const LedgerContext = createContext<LedgerSurroundings | null>(null);

/** @throws Error outside of a ledger */
export const useSurroundings = (): LedgerSurroundings => {
  const found = useContext(LedgerContext);
  if (!found) throw new Error('not within a ledger');
  return found;
};

/** What a layer of a mine's model is called; null: not known here. */
export type NameOfLayer = (layer: string) => string | null;

export const useNameOfLayer = (mine: string): NameOfLayer => {
  const { useLayers } = useSurroundings();
  const layers = useLayers(mine);
  return useCallback((layer) => layers.find(({ id }) => id === layer)?.name ?? null, [layers]);
};
