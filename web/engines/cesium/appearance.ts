import type { CatalogLayer } from '../../../domain/contracts/catalog.ts';

/**
 * How a layer's body is drawn: coverage of faces turned to the eye (`fill`) and away from it (`back`), and of the
 * silhouette. All 0…1 but `levelLines`, metres between lines at round heights (0 = none), or as on the ground.
 */
export interface BodyLook {
  readonly fill: number;
  readonly back: number;
  readonly rim: number;
  readonly levelLines: number | 'as-ground';
}

/**
 * Full look of each kind. Things one steers by (holes, roadways) are solid. Voids are vessels: thin towards the eye,
 * solid beyond, so one sees the hollow and the water in it. What encloses others (ore, strata) is little more than its
 * silhouette, a sheet little more than its contours, and of a boundary only the edges are drawn.
 */
const LOOKS: Readonly<Record<CatalogLayer['kind'], BodyLook>> = {
  terrain: { fill: 1, back: 1, rim: 0, levelLines: 0 },
  'borehole-intervals': { fill: 1, back: 1, rim: 0, levelLines: 0 },
  tube: { fill: 1, back: 1, rim: 0, levelLines: 0 },
  solid: { fill: 0.62, back: 1, rim: 1, levelLines: 0 },
  surface: { fill: 0.14, back: 0.14, rim: 0.6, levelLines: 'as-ground' },
  goaf: { fill: 0.5, back: 1, rim: 1, levelLines: 0 },
  water: { fill: 0.6, back: 0.6, rim: 0.8, levelLines: 1 },
  boundary: { fill: 0, back: 0, rim: 0, levelLines: 0 },
};

const ORE: BodyLook = { fill: 0.2, back: 0.12, rim: 0.9, levelLines: 0 };
const STRATA: BodyLook = { fill: 0.16, back: 0.1, rim: 0.7, levelLines: 0 };
/** All the rock there is, shown on request alone: who asks for it wants to see where it is certain, which a veil cannot show. */
const MODELLED: BodyLook = { fill: 0.6, back: 0.4, rim: 0.7, levelLines: 0 };

type Drawn = Pick<CatalogLayer, 'kind' | 'group' | 'deviation'>;

const fullLook = ({ kind, group, deviation }: Drawn): BodyLook => {
  if (kind !== 'solid') return LOOKS[kind];
  if (deviation) return MODELLED;
  return group === 'ore' ? ORE : group === 'strata' ? STRATA : LOOKS.solid;
};

/** Drawn at least a line wide (least-width.glsl): what is long and thin, and the edges of a boundary. */
export const hasLeastWidth = (kind: CatalogLayer['kind']): boolean =>
  kind === 'tube' || kind === 'borehole-intervals' || kind === 'boundary';

/** Whether the ground is drawn as glass, over everything else, instead of as solid land. */
export const isGlass = (opacity: number, seeThrough: number): boolean => opacity < 1 || seeThrough > 0.01;

/** Look of a layer at this opacity (0…1): thinner fill, and a rim that fades more slowly, so a shape is never lost. */
export function bodyLook(layer: Drawn, opacity: number): BodyLook {
  const full = fullLook(layer);
  const rim = full.fill === 1 && opacity < 1 ? 0.8 : full.rim;
  return {
    fill: full.fill * opacity,
    back: full.back * opacity,
    rim: rim * Math.sqrt(opacity),
    levelLines: full.levelLines,
  };
}

/** Contour interval in metres (1, 2 or 5 × 10ⁿ) that puts index lines some fiftieth of the range apart. */
export function contourInterval(range: number): number {
  const wanted = Math.max(range / 250, 0.5);
  const decade = 10 ** Math.floor(Math.log10(wanted));
  const step = wanted / decade;
  return decade * (step < 1.5 ? 1 : step < 3.5 ? 2 : step < 7.5 ? 5 : 10);
}

/**
 * What the pointer passes through to reach what lies inside: 0 is never passed, higher ranks before lower ones.
 * Bodies are see-through, so a click on a goaf seen through the ore or under the aquifer means the goaf; the ore is
 * meant where nothing else is.
 */
export function shellRank(layer: Pick<CatalogLayer, 'kind' | 'group'>): number {
  if (layer.kind === 'boundary') return BOUNDARY_RANK;
  if (layer.kind === 'surface') return 2;
  if (layer.kind === 'solid' && (layer.group === 'ore' || layer.group === 'strata')) return 2;
  return layer.kind === 'water' ? 1 : 0;
}

/** Rank of the mining right's walls: no coordinate is ever wanted of them. */
export const BOUNDARY_RANK = 3;

export interface ThemeColours {
  /** CSS background behind the drawing. */
  readonly background: string;
  /** CSS colours. */
  readonly contour: string;
  /** Silhouette of the selected, which else keeps its own colour: the colour says what state it is in. */
  readonly outline: string;
}

export const THEME_COLOURS: Readonly<Record<'light' | 'dark', ThemeColours>> = {
  light: {
    background: 'linear-gradient(#d3dfe9, #eef2f5 55%, #f7f8f9)',
    contour: '#4a5560',
    outline: '#101418',
  },
  dark: {
    background: 'linear-gradient(#0e141b, #17202a 45%, #1c2732)',
    contour: '#a9bac8',
    outline: '#ffffff',
  },
};
