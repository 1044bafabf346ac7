/** Web-Mercator tiles of the XYZ scheme (EPSG:3857, y from the north). */
export type Extent = readonly [west: number, south: number, east: number, north: number];

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

const RADIANS = Math.PI / 180;

const mercatorY = (latitude: number): number => {
  const sin = Math.sin(latitude * RADIANS);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
};

/** Degrees of a place in a tile, u and v from 0 to 1 from its north-west corner. */
export const placeInTile = (
  { z, x, y }: TileAddress,
  u: number,
  v: number,
): [longitude: number, latitude: number] => {
  const size = 2 ** z;
  const turn = Math.PI * (1 - (2 * (y + v)) / size);
  return [((x + u) / size) * 360 - 180, Math.atan(Math.sinh(turn)) / RADIANS];
};

/** Every tile that covers an extent, from one zoom to another. */
export const tilesOver = (
  [west, south, east, north]: Extent,
  minZoom: number,
  maxZoom: number,
): TileAddress[] => {
  const tiles: TileAddress[] = [];
  for (let z = minZoom; z <= maxZoom; z++) {
    const size = 2 ** z;
    const cell = (share: number): number => Math.min(size - 1, Math.max(0, Math.floor(share * size)));
    const [left, right] = [cell((west + 180) / 360), cell((east + 180) / 360)];
    const [top, bottom] = [cell(mercatorY(north)), cell(mercatorY(south))];
    for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) tiles.push({ z, x, y });
  }
  return tiles;
};

/** Metres a pixel of a 256-pixel tile at a latitude. */
export const metresAPixel = (latitude: number, z: number): number =>
  (40_075_016.686 * Math.cos(latitude * RADIANS)) / 2 ** z / 256;
