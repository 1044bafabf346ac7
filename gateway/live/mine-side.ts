import { coverageTable } from '../../domain/cameras/coverage-table.ts';
import { mineSurroundings } from '../../domain/cameras/mine-surroundings.ts';
import type { EntityFrame } from '../../domain/contracts/live/entity.ts';
import type { GatewayState, Reading } from '../../domain/contracts/live/viewer.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { createSurveyPatch } from '../../domain/frame/survey-patch.ts';
import { terrainOf } from '../../domain/geology/ground-field.ts';
import { createHeightInRoadway } from '../../domain/live/height-in-roadway.ts';
import { createSpotFinder, type SpotPlace } from '../../domain/live/spots.ts';
import { readingKey } from '../../domain/rules/mine-situation.ts';
import { type Alarms, createAlarms } from './alarms/alarms.ts';
import { createStrangeDevices, MOST_STRANGE_DEVICES, type StrangeDevices } from './intake/strange-devices.ts';
import { createStrangers, type Strangers } from './intake/strangers.ts';
import { createLocator } from './picture/locator.ts';
import { createPastPictures, type PastPictures } from './picture/past-pictures.ts';
import { createPicture, type LivePicture, SET_BACK_MS } from './picture/picture.ts';
import { createSpotOfRow } from './picture/spot-of-row.ts';
import type { Accepted, LiveStore, Locator } from './ports.ts';
import type { LiveMine } from './setup/live-mine.ts';
import { frameAzimuth } from './setup/mine-bundle.ts';
import { slopeSituation } from './slope-situation.ts';
import { watchSlopes } from './slopes/slope-watch.ts';
import { createSosCalls } from './sos-calls.ts';
import { createMineFeed, type Flow, type MineFeed } from './viewers/mine-feed.ts';

/** The live side of one mine: its picture, its alarms, and what is sent of it. */
export interface MineSide {
  readonly mine: string;
  readonly live: LiveMine;
  readonly picture: LivePicture;
  readonly locator: Locator;
  readonly strangers: Strangers;
  readonly strangeDevices: StrangeDevices;
  readonly alarms: Alarms;
  readonly feed: MineFeed;
  take(accepted: Accepted): void;
  /** Judges a picture; once a second. */
  judge(frame: EntityFrame): void;
  /** The tag was handed back at a moment, ms: until it is heard again it stands for nobody. */
  returnTag(tag: string, at: number): void;
  /** Kept pictures as frames; one a request. */
  pastPictures(): PastPictures;
  close(): Promise<void>;
}

/** So far back alarms look for since when people are underground: more than a shift, and the shift before. */
const REMEMBERED_MS = 16 * 3_600_000;
const REMEMBERED_STEP_MS = 10 * 60_000;

/** Work places before key places: who is in both is at work. */
const placesOf = ({ setup }: LiveMine): SpotPlace[] =>
  [...setup.workPlaces, ...setup.keyPlaces].map(({ id, name, enu: at, radius, surface }) => ({
    id,
    name: name.zh,
    at,
    radius,
    surface,
  }));

/** Work place → the cameras that look at it. */
const camerasOfWorkPlaces = ({ network, ground, setup }: LiveMine): Map<string, readonly string[]> | null => {
  const surroundings = mineSurroundings(network, ground);
  if (!surroundings) return null;
  const { workPlaces } = coverageTable(surroundings, setup);
  return new Map(workPlaces.flatMap(({ id, cameras }) => (cameras ? [[id, cameras] as const] : [])));
};

export const openMineSide = async (o: {
  readonly live: LiveMine;
  readonly store: LiveStore;
  readonly clock: () => number;
  readonly flow: () => Flow;
  readonly gateways: () => readonly GatewayState[];
}): Promise<MineSide> => {
  const { live, store, clock } = o;
  const { setup, manifest } = live;
  const { mine, presence } = setup;
  const isSynthetic = manifest.provenance === 'synthetic';
  const heights = createHeightInRoadway(live.network);
  const groundAt = live.ground && terrainOf(live.ground);
  const finder = createSpotFinder(live.network, placesOf(live), groundAt);
  const spotOf = createSpotOfRow(finder, heights);
  const readers = new Map(setup.devices.map((device) => [device.id, device.enu[2]]));
  const locator = createLocator({
    frame: live.frame,
    patch: createSurveyPatch(live.frame),
    surveyPoint: live.surveyPoint,
    gridToFrameDegrees: frameAzimuth(live.frame, enu(0, 0, 0), 0),
    heights,
    groundAt,
    readerHeight: (reader) => readers.get(reader),
  });
  const last = await store.lastPicture(mine);
  const strangers = createStrangers({
    registered: new Set([...live.people, ...live.vehicles].map(({ tag }) => tag)),
    readers: new Set(setup.devices.filter(({ kind }) => kind === 'reader').map(({ id }) => id)),
    most: manifest.unregisteredTags.most,
    forgottenAfterMs: manifest.retention.archiveDays * 86_400_000,
    known: last?.tag.map((tag, i) => [tag, last.time - last.entities.age[i]! * 1000] as const) ?? [],
  });
  // A moment of the future is one of before our clock was set back: it must not hide who wears the tag now.
  const returned = new Map((await store.tagReturns(mine)).map(({ tag, at }) => [tag, Math.min(at, clock())]));
  const lastReadings = await store.lastReadings(mine);
  const strangeDevices = createStrangeDevices({
    registered: new Set(setup.devices.map(({ id }) => id)),
    most: MOST_STRANGE_DEVICES,
    known: lastReadings.map(({ device }) => device),
  });
  const picture = createPicture({
    mine,
    registered: { people: live.people, vehicles: live.vehicles },
    presence,
    finder,
    heights,
    synthetic: isSynthetic,
    last,
    lastReadings,
    returned,
  });
  const returnedAt = (tag: string) => returned.get(tag);
  const pastPictures = (): PastPictures =>
    createPastPictures({
      mine,
      synthetic: isSynthetic,
      presence,
      spotOf,
      entryOf: picture.entryOf,
      returnedAt,
    });

  const coverage = camerasOfWorkPlaces(live);
  const seesWorkPlaces = setup.workPlaces.some(
    ({ id, main }) => main && (coverage?.get(id)?.length ?? 0) > 0,
  );
  const alarms = createAlarms({
    ...{ manifest, setup, network: live.network, store, clock },
    mine: { ...live.mine, seesWorkPlaces },
  });
  await alarms.load();
  const now = clock();
  const remember = async (until: number): Promise<void> => {
    const past = pastPictures();
    for await (const kept of store.pictures(mine, until - REMEMBERED_MS, until, REMEMBERED_STEP_MS)) {
      if (kept.entities.count === 0) continue;
      const { time, entities } = past.frame(kept);
      alarms.remember({ time, entities, spots: finder.spots });
    }
  };
  await remember(now);
  const slopes = await watchSlopes(setup, store, now);
  const feed = createMineFeed({ picture, alarms, flow: o.flow });
  const stopListening = alarms.onChange(() => {
    picture.setAlarmed(alarms.alarmedTags());
    feed.alarmsChanged();
  });
  picture.setAlarmed(alarms.alarmedTags());

  const calls = createSosCalls(spotOf);
  let judgedAt = Number.NEGATIVE_INFINITY;
  /** While the rules learn anew what was. */
  let learning: Promise<void> | null = null;
  const readings = new Map<string, Reading>();
  let readingsRevision = -1;
  const currentReadings = (): ReadonlyMap<string, Reading> => {
    for (const reading of picture.readingsSince(readingsRevision))
      readings.set(readingKey(reading.device, reading.metric), reading);
    readingsRevision = picture.readingsRevision;
    return readings;
  };

  return {
    mine,
    live,
    picture,
    locator,
    strangers,
    strangeDevices,
    alarms,
    feed,
    take: (accepted) => {
      picture.take(accepted);
      if (accepted.kind === 'position') calls.note(accepted);
      // Motion is worked out over hours: what comes late belongs to it all the same.
      if (accepted.kind === 'slope') slopes.take(accepted);
    },
    judge: ({ time, entities }) => {
      if (time < judgedAt - SET_BACK_MS) {
        // One after the other: the past is taken in order. Without the store the rules know only what comes.
        const turn = (learning ?? Promise.resolve())
          .then(() => alarms.startAnew())
          .then(() => remember(time))
          .catch(() => {})
          .finally(() => {
            if (learning === turn) learning = null;
          });
        learning = turn;
      }
      judgedAt = time;
      if (learning) return;
      const latest = currentReadings();
      const isJudged = alarms.tick({
        time,
        synthetic: isSynthetic,
        isMadeUp: picture.isMadeUp,
        isReturned: picture.isReturned,
        entities,
        calls: calls.waiting,
        told: picture.told,
        roster: picture.rosterByHandle,
        spots: finder.spots,
        readings: latest,
        gateways: o.gateways(),
        readersHeard: picture.readersHeard,
        coverage,
        slopes: slopeSituation(slopes, time),
      });
      if (isJudged) calls.judged();
    },
    returnTag: (tag, at) => {
      returned.set(tag, at);
      picture.returnTag(tag, at);
    },
    pastPictures,
    close: async () => {
      stopListening();
      await alarms.close();
    },
  };
};
