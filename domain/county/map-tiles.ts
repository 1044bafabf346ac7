/** A tile of the map's scheme: columns from 180° west, rows from the north. */
export interface MapTile {
  readonly x: number;
  readonly y: number;
}
type Position = readonly [longitude: number, latitude: number];
type Bounds = readonly [west: number, south: number, east: number, north: number];

const RADIANS = Math.PI / 180;
/** Metres along the equator of WGS 84. */
const EQUATOR = 2 * Math.PI * 6_378_137;
/** As far as the scheme reaches, degrees north and south. */
const LAST_LATITUDE = 85.0511;

/** Columns and rows with their fraction. Source: the spherical Mercator projection of the tile scheme. */
const scheme = ([longitude, latitude]: Position, zoom: number): readonly [x: number, y: number] => {
  const tiles = 2 ** zoom;
  const north = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude)) * RADIANS;
  return [
    ((longitude + 180) / 360) * tiles,
    ((1 - Math.log(Math.tan(north) + 1 / Math.cos(north)) / Math.PI) / 2) * tiles,
  ];
};

const within = (index: number, zoom: number): number =>
  Math.max(0, Math.min(2 ** zoom - 1, Math.floor(index)));

/** The tiles of a zoom that bounds in degrees reach into, row by row. */
export const tilesOver = ([west, south, east, north]: Bounds, zoom: number): MapTile[] => {
  const [left, top] = scheme([west, north], zoom).map((index) => within(index, zoom)) as [number, number];
  const [right, bottom] = scheme([east, south], zoom).map((index) => within(index, zoom)) as [number, number];
  const tiles: MapTile[] = [];
  for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) tiles.push({ x, y });
  return tiles;
};

/** The tiles of a zoom that lie so many metres around a place, the nearest first. */
export const tilesAround = (at: Position, reach: number, zoom: number): MapTile[] => {
  const [longitude, latitude] = at;
  const high = (reach / EQUATOR) * 360;
  const wide = high / Math.cos(latitude * RADIANS);
  const [x, y] = scheme(at, zoom);
  const far = (tile: MapTile): number => Math.hypot(tile.x + 0.5 - x, tile.y + 0.5 - y);
  return tilesOver([longitude - wide, latitude - high, longitude + wide, latitude + high], zoom).sort(
    (a, b) => far(a) - far(b),
  );
};
