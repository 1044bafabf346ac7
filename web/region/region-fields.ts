import { HAZARD_FLAGS } from '../../domain/hazards/hazard-flags.ts';
import {
  DEFAULT_REGION,
  MAP_SIDES,
  type MapPose,
  MINE_COLOURINGS,
  MINE_FILTERS,
  type MineFilter,
  type MineFilterKey,
  REGION_PICKS,
  type RegionPick,
} from '../shell/region-choice.ts';
import type { UrlField } from '../shell/url-state.ts';

/** Survives every re-encoding of links by chat programs, unlike , ; : and ~. */
const SEPARATOR = '_';
const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
const WORD = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/;
const NUMBER = /^-?\d{1,3}(\.\d{1,6})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_ID = 400;
/** A rule of sites, `-unknown` behind it where nobody can tell; of classes the kind stands before that. */
const MARK = /^([A-Z][A-Z0-9_]{0,39}(-unknown)?|[a-z][a-z-]{0,30}-unknown)$/;
const MOST_MARKS = 60;

/** A day that exists: 30 February does not. */
const isDay = (text: string): boolean => {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
};

/** Without the sign of -0, which would read back as another number. */
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;

/** A pose as the link holds it: a millionth of a degree is 0.1 m. */
export const roundMapPose = ({ longitude, latitude, zoom, bearing, pitch }: MapPose): MapPose => ({
  longitude: rounded(longitude, 6),
  latitude: rounded(latitude, 6),
  zoom: rounded(zoom, 2),
  bearing: rounded(((bearing % 360) + 360) % 360, 1) % 360,
  pitch: rounded(pitch, 1),
});

const writePose = (pose: MapPose): string => {
  const { longitude, latitude, zoom, bearing, pitch } = roundMapPose(pose);
  return [longitude.toFixed(6), latitude.toFixed(6), zoom.toFixed(2), bearing, pitch].join(SEPARATOR);
};

/** Least and greatest of longitude, latitude, zoom, bearing, pitch. */
const POSE_LIMITS = [
  [-180, 180],
  [-90, 90],
  [0, 24],
  [0, 360],
  [0, 85],
] as const;

const readPose = (text: string): MapPose | null => {
  const parts = text.split(SEPARATOR);
  if (parts.length !== POSE_LIMITS.length || !parts.every((part) => NUMBER.test(part))) return null;
  const numbers = parts.map(Number);
  if (!numbers.every((value, i) => value >= POSE_LIMITS[i]![0] && value <= POSE_LIMITS[i]![1])) return null;
  const [longitude, latitude, zoom, bearing, pitch] = numbers as [number, number, number, number, number];
  return { longitude, latitude, zoom, bearing: bearing % 360, pitch };
};

const readPick = (text: string): RegionPick | null => {
  const cut = text.indexOf(SEPARATOR);
  const kind = REGION_PICKS.find((one) => one === text.slice(0, cut));
  const id = text.slice(cut + 1);
  return kind && id !== '' && id.length <= LONGEST_ID ? { kind, id } : null;
};

const writeFilter = (filter: MineFilter): string | null => {
  const parts = MINE_FILTERS.flatMap((key) => {
    const values = filter[key];
    return values && values.length > 0 ? [[key, ...values].join('.')] : [];
  });
  return parts.length > 0 ? parts.join(SEPARATOR) : null;
};

const readFilter = (text: string): MineFilter | null => {
  const filter: Partial<Record<MineFilterKey, string[]>> = {};
  for (const part of text.split(SEPARATOR)) {
    const [name, ...values] = part.split('.');
    const key = MINE_FILTERS.find((one) => one === name);
    if (!key || filter[key] || values.length === 0 || !values.every((value) => WORD.test(value))) return null;
    filter[key] = values;
  }
  return filter;
};

const writeLayers = (layers: Readonly<Record<string, boolean>>): string | null => {
  const items = Object.entries(layers)
    .filter(([id]) => ID.test(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, shown]) => `${id}.${shown ? 'on' : 'off'}`);
  return items.length > 0 ? items.join(SEPARATOR) : null;
};

const readLayers = (text: string): Record<string, boolean> | null => {
  const layers: Record<string, boolean> = {};
  for (const item of text.split(SEPARATOR)) {
    const [id, shown, ...rest] = item.split('.');
    if (!id || !ID.test(id) || rest.length > 0 || (shown !== 'on' && shown !== 'off')) return null;
    layers[id] = shown === 'on';
  }
  return layers;
};

const dayField = (key: string, name: 'day' | 'otherDay'): UrlField => ({
  key,
  write: (state) => state[name],
  read: (text) => (isDay(text) ? { [name]: text } : null),
});

/** The keys of the link that every screen of the Region workspace shares. */
export const REGION_FIELDS: readonly UrlField[] = [
  {
    key: 'county',
    write: (state) => state.county,
    read: (text) => (ID.test(text) ? { county: text } : null),
  },
  {
    key: 'tab',
    write: (state) => state.regionTab,
    read: (text) => (ID.test(text) ? { regionTab: text } : null),
  },
  dayField('day', 'day'),
  dayField('vs', 'otherDay'),
  {
    key: 'map',
    write: (state) => state.mapPose && writePose(state.mapPose),
    read: (text) => {
      const mapPose = readPose(text);
      return mapPose && { mapPose };
    },
  },
  {
    key: 'pick',
    write: ({ regionPick }) => regionPick && `${regionPick.kind}${SEPARATOR}${regionPick.id}`,
    read: (text) => {
      const regionPick = readPick(text);
      return regionPick && { regionPick };
    },
  },
  {
    key: 'mines',
    write: (state) => writeFilter(state.mineFilter),
    read: (text) => {
      const mineFilter = readFilter(text);
      return mineFilter && { mineFilter };
    },
  },
  {
    key: 'by',
    write: ({ mineColouring }) => (mineColouring === DEFAULT_REGION.mineColouring ? null : mineColouring),
    read: (text) => {
      const mineColouring = MINE_COLOURINGS.find((one) => one === text);
      return mineColouring ? { mineColouring } : null;
    },
  },
  {
    key: 'flags',
    write: ({ hazardFlags }) => (hazardFlags.length > 0 ? hazardFlags.join(SEPARATOR) : null),
    read: (text) => {
      const named = text.split(SEPARATOR);
      const hazardFlags = HAZARD_FLAGS.filter((flag) => named.includes(flag));
      return hazardFlags.length === named.length ? { hazardFlags } : null;
    },
  },
  {
    key: 'sites',
    write: ({ siteMarks }) => (siteMarks.length > 0 ? siteMarks.join('.') : null),
    read: (text) => {
      const siteMarks = text.split('.');
      return siteMarks.length <= MOST_MARKS && siteMarks.every((mark) => MARK.test(mark))
        ? { siteMarks }
        : null;
    },
  },
  {
    key: 'side',
    write: ({ mapSide }) => (mapSide === DEFAULT_REGION.mapSide ? null : mapSide),
    read: (text) => {
      const mapSide = MAP_SIDES.find((one) => one === text);
      return mapSide ? { mapSide } : null;
    },
  },
  {
    key: 'glass',
    write: ({ mineInPlace }) => (mineInPlace ? 'on' : null),
    read: (text) => (text === 'on' ? { mineInPlace: true } : null),
  },
  {
    key: 'show',
    write: (state) => writeLayers(state.mapLayers),
    read: (text) => {
      const mapLayers = readLayers(text);
      return mapLayers && { mapLayers };
    },
  },
];
