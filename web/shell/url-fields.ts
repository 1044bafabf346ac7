import type { CameraPose, LayerAppearance } from '../engines/mine-view.ts';
import type { UrlField } from './url-state.ts';
import { DEFAULT_VIEW, type FeatureRef, type ViewState } from './view-state.ts';

/** Separates the parts of a value: survives every re-encoding of links by chat programs, unlike , ; : and ~. */
const SEPARATOR = '_';
const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/;
const ID = /^[a-z0-9][a-z0-9-]*$/;

/** Metres and degrees with 2 decimals; "-0.00" would read back as another number. */
const twoDecimals = (value: number): string => value.toFixed(2).replace(/^-(0\.00)$/, '$1');

const readNumber = (text: string | undefined, min: number, max: number): number | null => {
  if (text === undefined || !NUMBER.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
};

/** A pose as the link holds it: 2 decimals, heading in 0…360, never nearer than 1 cm. */
export const roundPose = (pose: CameraPose): CameraPose => {
  const cm = (value: number) => Number(twoDecimals(value));
  return {
    target: [cm(pose.target[0]), cm(pose.target[1]), cm(pose.target[2])],
    heading: cm(((pose.heading % 360) + 360) % 360) % 360,
    pitch: cm(pose.pitch),
    range: Math.max(0.01, cm(pose.range)),
  };
};

const writePose = (pose: CameraPose): string => {
  const { target, heading, pitch, range } = roundPose(pose);
  return [...target, heading, pitch, range].map(twoDecimals).join(SEPARATOR);
};

const readPose = (text: string): CameraPose | null => {
  const parts = text.split(SEPARATOR);
  if (parts.length !== 6) return null;
  const far = 99_999_999;
  const east = readNumber(parts[0], -far, far);
  const north = readNumber(parts[1], -far, far);
  const up = readNumber(parts[2], -far, far);
  const heading = readNumber(parts[3], 0, 360);
  const pitch = readNumber(parts[4], -90, 90);
  const range = readNumber(parts[5], 0.01, far);
  if (east === null || north === null || up === null) return null;
  if (heading === null || pitch === null || range === null) return null;
  return { target: [east, north, up], heading: heading % 360, pitch, range };
};

const writeLayers = (layers: ViewState['layers']): string | null => {
  const items = Object.entries(layers)
    .filter(([id]) => ID.test(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { visible, opacity }]) => {
      const percent = Math.round(opacity * 100);
      return `${id}.${visible ? 'on' : 'off'}${percent === 100 ? '' : `.${percent}`}`;
    });
  return items.length > 0 ? items.join(SEPARATOR) : null;
};

const readLayers = (text: string): Record<string, LayerAppearance> | null => {
  const layers: Record<string, LayerAppearance> = {};
  for (const item of text.split(SEPARATOR)) {
    const [id, shown, percent, ...rest] = item.split('.');
    if (!id || !ID.test(id) || rest.length > 0 || (shown !== 'on' && shown !== 'off')) return null;
    if (percent !== undefined && !/^\d{1,3}$/.test(percent)) return null;
    const opacity = percent === undefined ? 1 : Number(percent) / 100;
    if (opacity > 1) return null;
    layers[id] = { visible: shown === 'on', opacity };
  }
  return layers;
};

const writeFeature = (feature: FeatureRef | null): string | null =>
  feature && ID.test(feature.layerId) ? `${feature.layerId}${SEPARATOR}${feature.featureId}` : null;

const readFeature = (text: string): FeatureRef | null => {
  const cut = text.indexOf(SEPARATOR);
  if (cut < 1 || cut === text.length - 1 || !ID.test(text.slice(0, cut))) return null;
  return { layerId: text.slice(0, cut), featureId: text.slice(cut + 1) };
};

const choice = <T extends string>(text: string, of: readonly T[]): T | null =>
  of.find((one) => one === text) ?? null;

/** Writes a share 0…1 as whole per cent. */
export const percentField = (key: string, name: 'seeThrough'): UrlField => ({
  key,
  write: (state) => {
    const percent = Math.round(state[name] * 100);
    return percent === Math.round(DEFAULT_VIEW[name] * 100) ? null : String(percent);
  },
  read: (text) => {
    const percent = /^\d{1,3}$/.test(text) ? readNumber(text, 0, 100) : null;
    return percent === null ? null : { [name]: percent / 100 };
  },
});

/** Limits of the bound past which a modelled surface looks uncertain: standard deviation, metres. */
export const CERTAIN_BELOW_MIN = 0.5;
export const CERTAIN_BELOW_MAX = 100;

/** Writes a number between `min` and `max` with up to 2 decimals. */
export const numberField = (
  key: string,
  name: 'exaggeration' | 'certainBelow',
  min: number,
  max: number,
): UrlField => ({
  key,
  write: (state) => (state[name] === DEFAULT_VIEW[name] ? null : String(Number(state[name].toFixed(2)))),
  read: (text) => {
    const value = readNumber(text, min, max);
    return value === null ? null : { [name]: Number(value.toFixed(2)) };
  },
});

/** Writes a feature as `<layerId>_<featureId>`; the feature's own id may hold anything. */
export const featureField = (key: string, name: 'selected' | 'isolated' | 'columnHole'): UrlField => ({
  key,
  write: (state) => writeFeature(state[name]),
  read: (text) => {
    const feature = readFeature(text);
    return feature && { [name]: feature };
  },
});

/** The keys every workspace has; tools bring their own. */
export const SHELL_FIELDS: readonly UrlField[] = [
  {
    key: 'mine',
    write: (state) => state.mine,
    // Not only ids: the folder of a broken bundle is listed under whatever name it has.
    read: (text) => (text !== '' && text.length <= 200 ? { mine: text } : null),
  },
  {
    key: 'ws',
    write: (state) => (state.workspace === DEFAULT_VIEW.workspace ? null : state.workspace),
    read: (text) => (ID.test(text) ? { workspace: text } : null),
  },
  {
    key: 'cam',
    write: (state) => state.pose && writePose(state.pose),
    read: (text) => {
      const pose = readPose(text);
      return pose && { pose };
    },
  },
  {
    key: 'layers',
    write: (state) => writeLayers(state.layers),
    read: (text) => {
      const layers = readLayers(text);
      return layers && { layers };
    },
  },
  featureField('sel', 'selected'),
  numberField('sd', 'certainBelow', CERTAIN_BELOW_MIN, CERTAIN_BELOW_MAX),
  {
    key: 'lang',
    write: (state) => state.language,
    read: (text) => {
      const language = choice(text, ['zh', 'en']);
      return language && { language };
    },
  },
  {
    key: 'theme',
    write: (state) => state.theme,
    read: (text) => {
      const theme = choice(text, ['system', 'light', 'dark']);
      return theme && { theme };
    },
  },
  {
    key: 'render',
    write: (state) => (state.render === 'half' ? 'half' : null),
    read: (text) => {
      const render = choice(text, ['full', 'half']);
      return render && { render };
    },
  },
];
