import type { FrameWithMessages } from './database-frames.ts';
import { MADE_UP } from './last-places.ts';
import type { PositionFrame } from './position-frame.ts';

/** Positions one a row with everything that is known of them: what an archive file holds of one minute. */
export interface PositionRows {
  readonly count: number;
  /** Ids of the tag table. */
  readonly tag: Int32Array;
  /** Corrected device time, ms. */
  readonly time: Float64Array;
  readonly place: Int32Array;
  readonly heading: Uint8Array;
  readonly state: Uint8Array;
  /** Ids of the gateway table. */
  readonly gateway: Int32Array;
  /** Whole. */
  readonly skewMs: Float64Array;
  readonly receivedAt: Float64Array;
  readonly synthetic: Uint8Array;
}

export const emptyRows = (count: number): PositionRows => ({
  count,
  tag: new Int32Array(count),
  time: new Float64Array(count),
  place: new Int32Array(count * 3),
  heading: new Uint8Array(count),
  state: new Uint8Array(count),
  gateway: new Int32Array(count),
  skewMs: new Float64Array(count),
  receivedAt: new Float64Array(count),
  synthetic: new Uint8Array(count),
});

export const rowsOfFrames = (frames: readonly FrameWithMessages[]): PositionRows => {
  const rows = emptyRows(frames.reduce((sum, frame) => sum + frame.count, 0));
  let at = 0;
  for (const frame of frames) {
    rows.tag.set(frame.tag, at);
    rows.place.set(frame.place, at * 3);
    rows.heading.set(frame.heading, at);
    rows.state.set(frame.state, at);
    for (let i = 0; i < frame.count; i++) rows.time[at + i] = frame.second * 1000 + frame.offset[i];
    let first = at;
    frame.tagsOfMessage.forEach((tags, message) => {
      const end = first + tags;
      rows.gateway.fill(frame.gateway[message], first, end);
      rows.skewMs.fill(frame.skewMs[message], first, end);
      rows.receivedAt.fill(frame.receivedAt[message], first, end);
      rows.synthetic.fill(frame.synthetic[message] ? 1 : 0, first, end);
      // Rows of older stores say it of the message only.
      if (frame.synthetic[message]) for (let i = first; i < end; i++) rows.state[i] |= MADE_UP;
      first = end;
    });
    at += frame.count;
  }
  return rows;
};

/** Both, ordered by the tags' rank, then time; rows alike in both are in the order of their other values. */
export const joinedRows = (
  a: PositionRows,
  b: PositionRows,
  rankOfTag: (tag: number) => number,
): PositionRows => {
  const from = (row: number): [PositionRows, number] => (row < a.count ? [a, row] : [b, row - a.count]);
  const count = a.count + b.count;
  const [rank, time] = [new Int32Array(count), new Float64Array(count)];
  for (let row = 0; row < count; row++) {
    const [source, i] = from(row);
    rank[row] = rankOfTag(source.tag[i]);
    time[row] = source.time[i];
  }
  const order = new Uint32Array(count).map((_, row) => row);
  order.sort((x, y) => {
    if (rank[x] !== rank[y]) return rank[x] - rank[y];
    if (time[x] !== time[y]) return time[x] - time[y];
    const [[sx, i], [sy, j]] = [from(x), from(y)];
    return (
      sx.receivedAt[i] - sy.receivedAt[j] ||
      sx.gateway[i] - sy.gateway[j] ||
      sx.place[i * 3] - sy.place[j * 3] ||
      sx.place[i * 3 + 1] - sy.place[j * 3 + 1]
    );
  });
  const rows = emptyRows(count);
  order.forEach((row, to) => {
    const [source, i] = from(row);
    rows.tag[to] = source.tag[i];
    rows.time[to] = source.time[i];
    for (let k = 0; k < 3; k++) rows.place[to * 3 + k] = source.place[i * 3 + k];
    rows.heading[to] = source.heading[i];
    rows.state[to] = source.state[i];
    rows.gateway[to] = source.gateway[i];
    rows.skewMs[to] = source.skewMs[i];
    rows.receivedAt[to] = source.receivedAt[i];
    rows.synthetic[to] = source.synthetic[i];
  });
  return rows;
};

/** Rows as frames, by second: what replay reads, wherever it comes from. */
export const framesOfRows = (
  rows: Pick<PositionRows, 'count' | 'tag' | 'time' | 'place' | 'heading' | 'state'>,
): PositionFrame[] => {
  const bySecond = new Map<number, number[]>();
  for (let row = 0; row < rows.count; row++) {
    const second = Math.floor(rows.time[row] / 1000);
    const known = bySecond.get(second);
    if (known) known.push(row);
    else bySecond.set(second, [row]);
  }
  return [...bySecond]
    .sort(([a], [b]) => a - b)
    .map(([second, of]) => {
      const frame = {
        second,
        count: of.length,
        tag: new Int32Array(of.length),
        place: new Int32Array(of.length * 3),
        heading: new Uint8Array(of.length),
        state: new Uint8Array(of.length),
        offset: new Int16Array(of.length),
      };
      of.forEach((row, i) => {
        frame.tag[i] = rows.tag[row];
        for (let k = 0; k < 3; k++) frame.place[i * 3 + k] = rows.place[row * 3 + k];
        frame.heading[i] = rows.heading[row];
        frame.state[i] = rows.state[row];
        frame.offset[i] = rows.time[row] - second * 1000;
      });
      return frame;
    });
};
