import { sql } from 'kysely';
import { METRICS } from '../../../domain/contracts/live/messages.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import type { LiveStore } from '../ports.ts';
import type { Database } from './connection.ts';

interface ReadingRow {
  readonly device: string;
  readonly metric: string;
  readonly at: number;
  readonly received_at: number;
  readonly value: number;
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
});

/** The latest value of every metric of every device; of the same moment the one received last. */
export const lastReadings = async (db: Database, mine: number): Promise<Reading[]> => {
  const { rows } = await sql<ReadingRow>`
    SELECT s.device, s.metric, r.at, r.received_at, r.value FROM series s
    CROSS JOIN LATERAL (SELECT at, received_at, value FROM reading WHERE series = s.id
      ORDER BY at DESC, received_at DESC LIMIT 1) r
    WHERE s.mine = ${mine} ORDER BY s.device, s.metric`.execute(db);
  return rows.map(readingOf);
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
    SELECT s.device, s.metric, r.at, r.received_at, r.value FROM series s JOIN reading r ON r.series = s.id
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
