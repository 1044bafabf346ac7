import type { Corroboration } from '../../domain/hazards/cross-validation.ts';

export { CORROBORATIONS } from '../../domain/hazards/cross-validation.ts';

/**
 * How well a hazard is known, to the eye: the same in the list, on the map and in 3D. One violet for whatever is held to be
 * there, so that it is never taken for a warning or a risk level; the pattern says how sure that is, and a sign repeats it.
 */
export type HatchPattern = 'solid' | 'slanted' | 'crossed' | 'dotted' | 'hollow';

export interface CorroborationLook {
  /** "#rrggbb" by theme. */
  readonly colour: Readonly<Record<'light' | 'dark', string>>;
  readonly pattern: HatchPattern;
  /** One character, readable without colour. */
  readonly sign: string;
}

export const CORROBORATION_LOOKS: Readonly<Record<Corroboration, CorroborationLook>> = {
  proven: { colour: { light: '#6b35a8', dark: '#b48cf0' }, pattern: 'solid', sign: '■' },
  inferred: { colour: { light: '#6b35a8', dark: '#b48cf0' }, pattern: 'slanted', sign: '▨' },
  contradicted: { colour: { light: '#b01f6a', dark: '#f47ab5' }, pattern: 'crossed', sign: '⚡' },
  unverified: { colour: { light: '#596673', dark: '#a9b6c2' }, pattern: 'dotted', sign: '?' },
  refuted: { colour: { light: '#596673', dark: '#a9b6c2' }, pattern: 'hollow', sign: '○' },
};

/** What shaders/hazard-pattern.glsl calls them. */
export const PATTERN_MARKS = {
  proven: 1,
  inferred: 2,
  contradicted: 3,
  unverified: 4,
  refuted: 5,
} as const satisfies Readonly<Record<Corroboration, number>>;

/** Pixels of one repeat. */
export const HATCH_SIZE = 12;
const STROKE = 4;
/** Opacity between the strokes, 0…255: an area is seen as one area. */
const BETWEEN = 38;

/** Whether the pattern covers a pixel; repeats every HATCH_SIZE both ways. */
export const isOnHatch = (pattern: HatchPattern, x: number, y: number): boolean => {
  const wrap = (value: number): number => ((value % HATCH_SIZE) + HATCH_SIZE) % HATCH_SIZE;
  switch (pattern) {
    case 'solid':
      return true;
    case 'slanted':
      return wrap(x + y) < STROKE;
    case 'crossed':
      return wrap(x + y) < STROKE - 1 || wrap(x - y) < STROKE - 1;
    case 'dotted':
      return Math.hypot(wrap(x) - 5.5, wrap(y) - 5.5) < 2.4;
    case 'hollow':
      return false;
  }
};

/** One repeat of a pattern as RGBA rows from the top, for a map's image or a texture. */
export const hatchImage = (
  look: Pick<CorroborationLook, 'colour' | 'pattern'>,
  theme: 'light' | 'dark',
): { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray } => {
  const colour = look.colour[theme];
  const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const data = new Uint8ClampedArray(HATCH_SIZE * HATCH_SIZE * 4);
  for (let y = 0; y < HATCH_SIZE; y++)
    for (let x = 0; x < HATCH_SIZE; x++) {
      const opacity = isOnHatch(look.pattern, x, y) ? 235 : look.pattern === 'hollow' ? 0 : BETWEEN;
      data.set([...rgb, opacity], (y * HATCH_SIZE + x) * 4);
    }
  return { width: HATCH_SIZE, height: HATCH_SIZE, data };
};
