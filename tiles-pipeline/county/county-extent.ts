import type { Position } from 'geojson';
import type { CountyContent } from './read-county.ts';
import type { Extent } from './tile-grid.ts';

const polygonsOf = ({ base }: Pick<CountyContent, 'base'>): Position[][][] =>
  (base.get('county') ?? base.get('town') ?? []).flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  );

/** Box of the county's border, else of everything in it; null where nothing has a place. */
export const countyExtent = (content: Pick<CountyContent, 'base' | 'mines' | 'sites'>): Extent | null => {
  const border = polygonsOf(content).flat(2) as [number, number][];
  const places = border.length > 0 ? border : [...content.mines, ...content.sites].map(({ at }) => at);
  if (places.length === 0) return null;
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [longitude, latitude] of places) {
    box[0] = Math.min(box[0], longitude);
    box[1] = Math.min(box[1], latitude);
    box[2] = Math.max(box[2], longitude);
    box[3] = Math.max(box[3], latitude);
  }
  return box;
};

/** Whether a place lies within an outline and outside its holes; by an even or odd number of sides to the east. */
export const isInRings = (
  [longitude, latitude]: readonly [number, number],
  rings: readonly (readonly Position[])[],
): boolean => {
  let inside = false;
  for (const ring of rings)
    for (let i = 0; i < ring.length - 1; i++) {
      const [ax, ay] = ring[i] as [number, number];
      const [bx, by] = ring[i + 1] as [number, number];
      if (ay > latitude !== by > latitude && longitude < ((bx - ax) * (latitude - ay)) / (by - ay) + ax)
        inside = !inside;
    }
  return inside;
};

/** Whether a place lies within the border; true where no border is known. */
export const isInCounty = (at: readonly [number, number], content: Pick<CountyContent, 'base'>): boolean => {
  const polygons = polygonsOf(content);
  return polygons.length === 0 || polygons.some((rings) => isInRings(at, rings));
};
