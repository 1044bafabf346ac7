import { DEFAULT_HOLES, HOLES_TABS } from '../shell/hole-choice.ts';
import type { UrlField } from '../shell/url-state.ts';

const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/;
/** Logs beside each other in one link; more would not be seen beside each other either. */
const MOST = 40;

/** No hole is called by signs alone. */
const NAMED = /[\p{L}\p{N}]/u;
/** "_" separates; within a name it is written ".-", and "." as "..". */
const written = (name: string): string => name.replaceAll('.', '..').replaceAll('_', '.-');
const readName = (text: string): string | null =>
  /^(?:[^._]|\.[.-])+$/.test(text)
    ? text.replace(/\.([.-])/g, (_, sign: string) => (sign === '-' ? '_' : '.'))
    : null;

const readNames = (text: string): string[] | null => {
  const names = text.split('_').map(readName);
  return names.length <= MOST &&
    names.every((name) => name !== null && NAMED.test(name)) &&
    new Set(names).size === names.length
    ? (names as string[])
    : null;
};

/** Keys of the link: `bore` the open tab, `logs` the holes, `hang` what they hang on, `vh` the virtual hole. */
export const HOLE_FIELDS: readonly UrlField[] = [
  {
    key: 'bore',
    write: ({ holesTab }) => holesTab,
    read: (text) => {
      const holesTab = HOLES_TABS.find((one) => one === text);
      return holesTab ? { holesTab } : null;
    },
  },
  {
    key: 'logs',
    write: ({ logs }) => (logs.length > 0 ? logs.map(written).join('_') : null),
    read: (text) => {
      const logs = readNames(text);
      return logs && { logs };
    },
  },
  {
    key: 'hang',
    write: ({ hang }) => (hang === DEFAULT_HOLES.hang ? null : hang),
    read: (text) => (/^(elevation|depth|at:.+)$/s.test(text) ? { hang: text } : null),
  },
  {
    key: 'vh',
    write: ({ virtualHole }) =>
      virtualHole?.map((one) => String(Number(one.toFixed(1)) + 0)).join('_') ?? null,
    read: (text) => {
      const [east, north, ...rest] = text.split('_');
      return NUMBER.test(east ?? '') && NUMBER.test(north ?? '') && rest.length === 0
        ? { virtualHole: [Number(east), Number(north)] }
        : null;
    },
  },
];
