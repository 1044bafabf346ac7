import { useEffect, useState } from 'react';
import { type Trend, trendSchema } from '../../../domain/contracts/live/trend.ts';
import { type FetchFailure, fetchJson } from '../../shell/fetch-json.ts';

export interface TrendQuestion {
  readonly mine: string;
  readonly device: string;
  readonly metrics: readonly string[];
  /** ms. */
  readonly from: number;
  readonly to: number;
  readonly binMs: number;
}

export type TrendState =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly trend: Trend }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

export const trendUrl = ({ mine, device, metrics, from, to, binMs }: TrendQuestion): string =>
  `/api/mines/${encodeURIComponent(mine)}/trend?${new URLSearchParams({
    device,
    metrics: metrics.join(','),
    from: String(Math.round(from)),
    to: String(Math.round(to)),
    bin: String(Math.round(binMs)),
  })}`;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const BINS = [
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
].concat([6 * HOUR, 12 * HOUR, 24 * HOUR]);

/**
 * A round bin that gives at most about `points` points of a span, and an end rounded up to it: so that the question changes once a bin and
 * not with every picture.
 */
export const roundedSpan = (
  from: number,
  now: number,
  points: number,
): { from: number; to: number; binMs: number } => {
  const binMs = BINS.find((bin) => (now - from) / bin <= points) ?? 24 * HOUR;
  return { from: Math.floor(from / binMs) * binMs, to: Math.ceil(now / binMs) * binMs, binMs };
};

/** What has been answered, by `trendName`; the same object until another answer comes. */
export type TrendAnswers = ReadonlyMap<string, TrendState>;

/** What a question is about, whatever its span. */
export const trendName = ({
  mine,
  device,
  metrics,
}: Pick<TrendQuestion, 'mine' | 'device' | 'metrics'>): string => `${mine} ${device} ${metrics.join(',')}`;

/** Asks for the trends of several devices. While a new question about the same runs, the old answer stays. */
export function useTrends(questions: readonly TrendQuestion[]): TrendAnswers {
  const [answers, setAnswers] = useState<TrendAnswers>(new Map());
  const key = JSON.stringify(questions);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async (question: TrendQuestion): Promise<void> => {
      const fetched = await fetchJson(trendUrl(question), trendSchema, { signal: stop.signal });
      const answer: TrendState = fetched.ok
        ? { status: 'open', trend: fetched.value }
        : { status: 'failed', failure: fetched.failure };
      setAnswers((known) => new Map(known).set(trendName(question), answer));
    };
    // Only an abort rejects, and then nobody waits for the answer.
    for (const question of JSON.parse(key) as TrendQuestion[]) ask(question).catch(() => {});
    return () => stop.abort();
  }, [key]);
  return answers;
}
