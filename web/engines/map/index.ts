import { MapLibreMap, setWorkerUrl, type VectorTileSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { MapPose } from '../../shell/region-choice.ts';
import type { CountyPicture, CountyView, CountyViewOptions } from '../county-view.ts';
import { countyStyle, tilesOn } from './county-style.ts';
import { createCounts } from './live-counts.ts';
import { COUNTS_SOURCE, COUNTY_SOURCE } from './mine-style.ts';
import { createPointer } from './pointer.ts';
import { createPulse } from './pulse.ts';
import { createScenePlace } from './scene-place.ts';
import { drawSign, patternOf, signOf, signRatio } from './sign-images.ts';
import { takePicture } from './take-picture.ts';

// The server's policy allows workers from its own files only: no blob.
setWorkerUrl(new URL(workerUrl, window.location.href).href);

const FADE_MS = 300;
const MAX_ZOOM = 18;
const MAX_PITCH = 75;
/** Degrees, some metres: as near as a place comes back from the screen. */
const SAME_PLACE = 1e-4;
const FIT = { padding: 48, maxZoom: 15 } as const;

const poseOf = (map: MapLibreMap): MapPose => {
  const { lng, lat } = map.getCenter();
  return {
    longitude: lng,
    latitude: lat,
    zoom: map.getZoom(),
    bearing: map.getBearing(),
    pitch: map.getPitch(),
  };
};
const cameraOf = ({ longitude, latitude, zoom, bearing, pitch }: MapPose) => ({
  center: [longitude, latitude] as [number, number],
  zoom,
  bearing,
  pitch,
});

/** The county's map by MapLibre GL, what stands under it by deck.gl. @throws Error where the browser has no WebGL 2 */
export const createCountyView = (o: CountyViewOptions): CountyView => {
  const { container, catalog, events } = o;
  const addresses = { files: o.baseUrl, api: o.apiUrl };
  const [west, south, east, north] = catalog.extent;
  let picture: CountyPicture = o.picture;
  const map = new MapLibreMap({
    container,
    style: countyStyle(catalog, addresses, picture),
    ...(o.pose ? cameraOf(o.pose) : { bounds: [west, south, east, north], fitBoundsOptions: FIT }),
    maxZoom: MAX_ZOOM,
    maxPitch: MAX_PITCH,
    attributionControl: false,
    // Names are placed anew once a fade: at 0 that would be in every frame. It is no movement.
    fadeDuration: FADE_MS,
    renderWorldCopies: false,
    dragRotate: true,
    // our own styles are tested; checking each change anew costs the main thread
    validateStyle: false,
  });
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return;
    const pattern = patternOf(id);
    if (pattern) return void map.addImage(id, pattern);
    const sign = signOf(id, picture.look.letters);
    if (!sign) return;
    const pixelRatio = signRatio(window.devicePixelRatio);
    map.addImage(id, drawSign(sign, pixelRatio), { pixelRatio });
  });

  const pulse = createPulse(map);
  const counts = createCounts(map);
  const scene = createScenePlace(map, {
    onFailure: (detail) => events.onFailure({ kind: 'scene', detail }),
    onParts: ({ mine }, parts) => events.onParts(mine, parts),
  });
  const pointer = createPointer(map, events, () => picture.look.language, scene);

  const draw = (shown: CountyPicture) => {
    map.setStyle(countyStyle(catalog, addresses, shown), {
      diff: true,
      // The style knows no counts: without this each change of it would empty their source.
      transformStyle: (before, next) => {
        const counted = before?.sources[COUNTS_SOURCE];
        return counted ? { ...next, sources: { ...next.sources, [COUNTS_SOURCE]: counted } } : next;
      },
    });
    counts.again();
    pulse.show(shown);
    scene.show(shown);
  };

  map.on('moveend', () => events.onPose(poseOf(map)));
  map.on('move', () => events.onMove());
  map.on('idle', () => events.onSettled());
  map.on('error', ({ error }) => events.onFailure({ kind: 'tiles', detail: error.message }));
  map.on('webglcontextlost', () => events.onFailure({ kind: 'context-lost', detail: 'webglcontextlost' }));
  pulse.show(picture);

  return {
    show(next) {
      if (next === picture) return;
      picture = next;
      draw(next);
    },
    setCounts: counts.set,
    setScene: (wanted) => scene.set(wanted, picture),
    setPose(pose, { fly } = { fly: false }) {
      if (fly && !picture.look.reducedMotion) map.easeTo({ ...cameraOf(pose), duration: 600 });
      else map.jumpTo(cameraOf(pose));
    },
    fit(bounds, { pitch } = {}) {
      const duration = picture.look.reducedMotion ? 0 : 600;
      map.fitBounds([...bounds] as [number, number, number, number], { ...FIT, pitch, duration });
    },
    zoomBy: (levels) =>
      void map.easeTo({ zoom: map.getZoom() + levels, duration: picture.look.reducedMotion ? 0 : 200 }),
    pose: () => poseOf(map),
    draw: pointer.draw,
    screenOf: ([longitude, latitude]) => {
      const { x, y } = map.project([longitude, latitude]);
      // What lies beyond the horizon is projected to where something else is.
      const { lng, lat } = map.unproject([x, y]);
      return Math.hypot(lng - longitude, lat - latitude) < SAME_PLACE ? { x, y } : null;
    },
    placeAt: (x, y) => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    },
    reloadHazards: () => {
      // Not while a style is taken in: it asks its sources to draw their tiles again, and that undoes asking for them again.
      void map.once('idle', () => {
        const source = map.getSource<VectorTileSource>(COUNTY_SOURCE);
        source?.setTiles([tilesOn(addresses.api, picture.day)]);
      });
      map.triggerRepaint();
    },
    async takePicture() {
      const isLight = picture.look.theme === 'light';
      // Paper is white, whatever the screen is.
      if (!isLight) draw({ ...picture, look: { ...picture.look, theme: 'light' } });
      try {
        if (!isLight) await map.once('idle');
        return await takePicture(map, scene.canvas());
      } finally {
        if (!isLight) draw(picture);
      }
    },
    destroy() {
      pointer.end();
      pulse.end();
      scene.end();
      map.remove();
    },
  };
};
