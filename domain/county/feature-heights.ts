import type { CountyFeature } from '../contracts/county.ts';

/** Lowest and highest of a thing, metres in the county's height datum; of a line with the hollow around it where its radius is known. */
export const heightsOf = (shape: CountyFeature['shape']): { bottom: number; top: number } => {
  if (shape.type !== 'line') return { bottom: shape.bottom, top: shape.top };
  const heights = shape.line.map(([, , height]) => height);
  const radius = shape.radius ?? 0;
  return { bottom: Math.min(...heights) - radius, top: Math.max(...heights) + radius };
};

/** Its corners in plan, degrees. */
export const placesOf = (shape: CountyFeature['shape']): (readonly [number, number])[] =>
  shape.type === 'prism'
    ? shape.rings.flat()
    : shape.type === 'sheet'
      ? shape.trace
      : shape.line.map(([longitude, latitude]) => [longitude, latitude] as const);
