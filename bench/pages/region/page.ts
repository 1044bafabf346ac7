import { Deck, MapView } from '@deck.gl/core';
import { GeoJsonLayer } from '@deck.gl/layers';
import type { CountyCatalog } from '../../../domain/contracts/county.ts';
import { RISK_LEVELS, WARNING_LEVELS } from '../../../domain/contracts/county.ts';
import { SITE_KIND_IDS } from '../../../domain/contracts/site-kind-ids.ts';
import type { CountLabel, CountyPicture } from '../../../web/engines/county-view.ts';
import { createCountyView } from '../../../web/engines/map/index.ts';
import type { MapPose } from '../../../web/shell/region-choice.ts';
import type { RegionContestant, RegionPage } from './region-page.ts';
import { tiltedScene } from './tilted-scene.ts';

/** Steps of the path: round the county's middle, in to single mines and out again. */
const FRAMES = 40;
/** Of the same path, every so many steps: software pixels of one layer that draws everything take seconds a frame. */
const STRIDE: Readonly<Record<RegionContestant, number>> = { ours: 1, peer: 8, tilted: 10 };
const ROUND = 0.06;
/** Live counts come anew so often, in frames. */
const COUNTS_EVERY = 20;

const letters = (keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, key[0]!.toUpperCase()]));
const PICTURE: CountyPicture = {
  look: {
    theme: 'light',
    language: 'zh',
    reducedMotion: true,
    letters: {
      risk: letters(RISK_LEVELS),
      warning: letters(WARNING_LEVELS),
      site: letters(SITE_KIND_IDS),
      major: letters(['self-reported', 'inspection', 'public-report']),
    } as CountyPicture['look']['letters'],
  },
  day: null,
  shown: () => true,
  colouring: 'risk',
  hasLedger: true,
  mines: null,
  filter: {},
  hazardFlags: [],
  siteMarks: [],
  pick: null,
  ringed: [],
  ground: [],
};

type Path = (frame: number) => MapPose;
const pathAbout =
  ([west, south, east, north]: CountyCatalog['extent']): Path =>
  (frame) => {
    const angle = (2 * Math.PI * frame) / FRAMES;
    return {
      longitude: (west + east) / 2 + ROUND * Math.cos(angle),
      latitude: (south + north) / 2 + ROUND * Math.sin(angle),
      zoom: 11.75 - 1.25 * Math.cos(2 * angle),
      bearing: 0,
      pitch: 0,
    };
  };
/** The same from aside, and nearer: from the zoom on from which the app reads how deep hazards lie. */
const TILT = { zoom: 2, pitch: 60 } as const;
const tilted = (pose: MapPose): MapPose => ({ ...pose, zoom: pose.zoom + TILT.zoom, pitch: TILT.pitch });
/** Every so many mines' count is another each time. */
const CHANGING = 10;
const countsAt = (people: readonly CountLabel[], turn: number): CountLabel[] =>
  people.map((one, i) => (i % CHANGING === turn % CHANGING ? { ...one, text: `${turn}` } : { ...one }));

/** The peer stands still while ours is driven: its loop looks for work in every frame of the page. */
class PausedDeck extends Deck<MapView> {
  pause(): void {
    this.animationLoop?.stop();
  }
  go(): void {
    this.animationLoop?.start();
  }
}
const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
const json = async <T>(path: string): Promise<T> => (await fetch(path)).json() as Promise<T>;

const start = async () => {
  const catalog = await json<CountyCatalog>('/region/catalog.json');
  const people = await json<CountLabel[]>('/region/people.json');
  const poseAt = pathAbout(catalog.extent);
  const county = `counties/${catalog.county}`;
  let settled = () => {};
  const view = createCountyView({
    container: document.getElementById('ours')!,
    catalog,
    baseUrl: new URL(`/${county}/`, location.href).href,
    apiUrl: new URL(`/api/${county}`, location.href).href,
    pose: poseAt(0),
    picture: PICTURE,
    events: {
      onPose: () => {},
      onMove: () => {},
      onPick: () => {},
      onHover: () => {},
      onCursor: () => {},
      onParts: () => {},
      onSettled: () => settled(),
      onFailure: ({ kind, detail }) => {
        throw new Error(`${kind}: ${detail}`);
      },
    },
  });
  const whenSettled = () =>
    new Promise<void>((done) => {
      settled = done;
    });
  await whenSettled();
  view.setCounts(people);

  const viewStateOf = ({ longitude, latitude, zoom }: MapPose) => ({ longitude, latitude, zoom });
  const data = await json<GeoJSON.FeatureCollection>('/region/all.json');
  const deck = await new Promise<PausedDeck>((done) => {
    const made: PausedDeck = new PausedDeck({
      parent: document.getElementById('peer') as HTMLDivElement,
      views: new MapView(),
      viewState: viewStateOf(poseAt(0)),
      layers: [
        new GeoJsonLayer({
          id: 'all',
          data,
          stroked: true,
          filled: true,
          getFillColor: [176, 32, 60, 110],
          getLineColor: [176, 32, 60, 255],
          lineWidthMinPixels: 1,
          getPointRadius: 6,
          pointRadiusUnits: 'pixels',
        }),
      ],
      onAfterRender: () => done(made),
    });
  });

  let turn = 0;
  const tilt = async () => {
    const { longitude, latitude } = poseAt(0);
    const scene = await tiltedScene(catalog.county, [longitude, latitude]);
    const settledAgain = whenSettled();
    view.setScene(scene);
    view.setPose(tilted(poseAt(0)));
    await settledAgain;
    return { bodies: scene.bodies.length, hazards: scene.hazards.length };
  };
  const step: Readonly<Record<RegionContestant, (frame: number) => void>> = {
    ours: (frame) => {
      view.setPose(poseAt(frame));
      if (frame % COUNTS_EVERY !== 0) return;
      turn += 1;
      view.setCounts(countsAt(people, turn));
    },
    tilted: (frame) => view.setPose(tilted(poseAt(frame))),
    peer: (frame) => deck.setProps({ viewState: viewStateOf(poseAt(frame)) }),
  };
  const drive = async (contestant: RegionContestant): Promise<number> => {
    if (contestant === 'peer') deck.go();
    else deck.pause();
    for (let frame = 0; frame < FRAMES; frame += STRIDE[contestant]) {
      await nextFrame();
      step[contestant](frame);
    }
    await nextFrame();
    return FRAMES / STRIDE[contestant];
  };
  return { drive, tilt };
};

const started = start();
window.region = {
  ready: started.then(() => {}),
  drive: async (contestant) => (await started).drive(contestant),
  tilt: async () => (await started).tilt(),
} satisfies RegionPage;
