import type { UrlField } from '../shell/url-state.ts';

/** Milliseconds between 2000 and 2100: no mine's past lies outside. */
const EARLIEST = 946_684_800_000;
const LATEST = 4_102_444_800_000;
const TOPIC_ID = /^[A-Za-z0-9_-]{1,64}$/;
const PANEL = /^[a-z][a-z-]{0,30}$/;
const BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** ISO 8601 in its basic form, whole seconds, UTC: it needs no escaping in a link. */
export const writeMoment = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

/** Reads the basic and the extended form of ISO 8601 with a zone, and plain milliseconds. */
export const readMoment = (text: string): number | null => {
  const extended = text.replace(BASIC, '$1-$2-$3T$4:$5:$6Z');
  const time = /^\d{12,13}$/.test(text)
    ? Number(text)
    : /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(extended)
      ? Date.parse(extended)
      : Number.NaN;
  return time >= EARLIEST && time <= LATEST ? time : null;
};

/** The link's keys of the live mine; grammar in docs/url-state.md. */
export const LIVE_FIELDS: readonly UrlField[] = [
  {
    key: 't',
    write: ({ time }) => (time === null ? null : writeMoment(time)),
    read: (text) => {
      const time = readMoment(text);
      return time === null ? null : { time: Math.floor(time / 1000) * 1000 };
    },
  },
  {
    key: 'panel',
    write: ({ panel }) => panel,
    read: (text) => (PANEL.test(text) ? { panel: text } : null),
  },
  {
    key: 'who',
    write: ({ who }) => who,
    read: (text) => (TOPIC_ID.test(text) ? { who: text } : null),
  },
  {
    key: 'dev',
    write: ({ device }) => device,
    read: (text) => (TOPIC_ID.test(text) ? { device: text } : null),
  },
];
