import { sql } from 'kysely';
import { METRICS } from '../../../domain/contracts/live/messages.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import type { LiveStore } from '../ports.ts';
import type { Database } from './connection.ts';
import type { NameIds } from './name-ids.ts';

const HOUR_MS = 3_600_000;

interface ReadingRow {
  readonly device: string;
  readonly metric: string;
  readonly at: number;
  readonly received_at: number;
  readonly value: number;
  readonly synthetic: boolean;
}

const SWITCHES: ReadonlySet<string> = new Set(
  Object.entries(METRICS).flatMap(([kind, metrics]) =>
    Object.entries(metrics).flatMap(([metric, unit]) => (unit === 'bool' ? [`${kind}.${metric}`] : [])),
  ),
);

const readingOf = (row: ReadingRow): Reading => ({
  device: row.device,
  metric: row.metric,
  value: SWITCHES.has(row.metric) ? row.value !== 0 : row.value,
  at: row.at,
  receivedAt: row.received_at,
  ...(row.synthetic && { synthetic: true }),
});

/** The latest value of every metric of every device up to `until`, ms; of the same moment the one received last. */
export const lastReadings = async (db: Database, mine: number, until: number): Promise<Reading[]> => {
  const { rows } = await sql<ReadingRow>`
    SELECT s.device, s.metric, r.at, r.received_at, r.value, r.synthetic FROM series s
    CROSS JOIN LATERAL (SELECT at, received_at, value, synthetic FROM reading WHERE series = s.id
      AND at <= ${Math.floor(until)}::bigint ORDER BY at DESC, received_at DESC LIMIT 1) r
    WHERE s.mine = ${mine} ORDER BY s.device, s.metric`.execute(db);
  return rows.map(readingOf);
};

/** Deleted at once: less than a second's work. */
const FORGOTTEN_AT_ONCE = 20_000;

/**
 * Throws away what is older than `before`, ms: a share with each call. Slope and water stay for good, and what an incident
 * hold touches while it stands.
 */
export const forgetReadings = async (
  { db, ids }: { readonly db: Database; readonly ids: NameIds },
  mineName: string,
  before: number,
): Promise<void> => {
  const mine = await ids.knownMine(mineName);
  if (mine === null) return;
  await sql`DELETE FROM reading WHERE ctid IN (
    SELECT r.ctid FROM series s JOIN reading r ON r.series = s.id
    WHERE s.mine = ${mine} AND s.metric NOT LIKE 'slope.%' AND s.metric NOT LIKE 'water.%'
      AND r.at < ${Math.floor(before)}::bigint
      AND NOT EXISTS (SELECT FROM incident_hold h WHERE h.mine = ${mine} AND h.released_at IS NULL
        AND h.from_time <= r.at AND (h.to_time IS NULL OR h.to_time >= r.at))
    LIMIT ${FORGOTTEN_AT_ONCE})`.execute(db);
};

/** Oldest first, from and to included. */
export const readings = async (
  db: Database,
  mine: number,
  device: string,
  metric: string,
  from: number,
  to: number,
): Promise<Reading[]> => {
  const { rows } = await sql<ReadingRow>`
    SELECT s.device, s.metric, r.at, r.received_at, r.value, r.synthetic FROM series s JOIN reading r ON r.series = s.id
    WHERE s.mine = ${mine} AND s.device = ${device} AND s.metric = ${metric}
      AND r.at >= ${Math.ceil(from)}::bigint AND r.at <= ${Math.floor(to)}::bigint
    ORDER BY r.at, r.received_at`.execute(db);
  return rows.map(readingOf);
};

/** See LiveStore.binned. from and to are included. */
export const binned = async (
  db: Database,
  mine: number,
  device: string,
  metrics: readonly string[],
  { from, to, binMs }: Parameters<LiveStore['binned']>[3],
): ReturnType<LiveStore['binned']> => {
  if (!(binMs > 0)) throw new RangeError(`a bin is ${binMs} ms: expected more than 0`);
  const { rows } = await sql<{ bin: number; metric: string; sum: number; times: number; count: number }>`
    SELECT floor(r.at / ${binMs}::float8) AS bin, s.metric, sum(r.value) AS sum,
           sum(r.at::float8) AS times, count(*)::float8 AS count
    FROM series s JOIN reading r ON r.series = s.id
    WHERE s.mine = ${mine} AND s.device = ${device} AND s.metric = ANY(${[...metrics]}::text[])
      AND r.at >= ${Math.ceil(from)}::bigint AND r.at <= ${Math.floor(to)}::bigint
    GROUP BY bin, s.metric ORDER BY bin`.execute(db);
  const bins = [...new Set(rows.map(({ bin }) => bin))];
  const rowOf = new Map(bins.map((bin, row) => [bin, row]));
  const values = metrics.map(() => new Float64Array(bins.length).fill(Number.NaN));
  const [times, counts] = [new Float64Array(bins.length), new Float64Array(bins.length)];
  for (const { bin, metric, sum, times: ofBin, count } of rows) {
    const row = rowOf.get(bin)!;
    values[metrics.indexOf(metric)][row] = sum / count;
    times[row] += ofBin;
    counts[row] += count;
  }
  return { time: times.map((sum, row) => sum / counts[row]), values };
};

/** See LiveStore.firstHour. */
export const firstHour = async (
  db: Database,
  mine: number,
  device: string,
  metrics: readonly string[],
): ReturnType<LiveStore['firstHour']> => {
  const { rows } = await sql<{ first: number | null }>`
    SELECT min(first)::float8 AS first FROM series s
    CROSS JOIN LATERAL (SELECT min(at) AS first FROM reading WHERE series = s.id) r
    WHERE s.mine = ${mine} AND s.device = ${device} AND s.metric = ANY(${[...metrics]}::text[])`.execute(db);
  const first = rows[0]?.first ?? null;
  if (first === null) return null;
  const { rows: means } = await sql<{ metric: string; value: number; time: number }>`
    SELECT s.metric, percentile_cont(0.5) WITHIN GROUP (ORDER BY r.value) AS value, avg(r.at::float8) AS time FROM series s JOIN reading r ON r.series = s.id
    WHERE s.mine = ${mine} AND s.device = ${device} AND s.metric = ANY(${[...metrics]}::text[])
      AND r.at >= ${first}::bigint AND r.at < ${first + HOUR_MS}::bigint
    GROUP BY s.metric`.execute(db);
  const of = new Map(means.map((one) => [one.metric, one]));
  return {
    time: means.reduce((sum, { time }) => sum + time, 0) / means.length,
    values: metrics.map((metric) => of.get(metric)?.value ?? Number.NaN),
  };
};
