import type { MapLibreMap } from 'maplibre-gl';

/** Metres along the equator of WGS 84, a 512th of which is a pixel of zoom 0. */
const EQUATOR = 2 * Math.PI * 6_378_137;

/** Metres a CSS pixel of the map is at a latitude. Source: the tile scheme, 512 pixels a tile. */
export const metresPerPixel = (latitude: number, zoom: number): number =>
  (EQUATOR * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);

export interface MapPicture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly metresPerPixel: number;
}

/** The picture as it stands, the scene over it. Canvases are only full within the frame that drew them. */
export const takePicture = (
  map: MapLibreMap,
  scene: (() => HTMLCanvasElement | null) | null,
): Promise<MapPicture> =>
  new Promise((done, fail) => {
    map.once('render', () => {
      const from = map.getCanvas();
      const canvas = document.createElement('canvas');
      canvas.width = from.width;
      canvas.height = from.height;
      const context = canvas.getContext('2d');
      if (!context) return fail(new Error('no 2D canvas for the picture'));
      context.drawImage(from, 0, 0);
      const over = scene?.();
      if (over) context.drawImage(over, 0, 0, canvas.width, canvas.height);
      done({
        url: canvas.toDataURL('image/png'),
        width: from.clientWidth,
        height: from.clientHeight,
        metresPerPixel: metresPerPixel(map.getCenter().lat, map.getZoom()),
      });
    });
    map.triggerRepaint();
  });
