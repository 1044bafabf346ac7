import type { Kysely } from 'kysely';
import type { KeptPicture } from '../ports.ts';
import type { History } from './history.ts';
import { LastPlaces, pictureOf } from './last-places.ts';
import type { NameIds } from './name-ids.ts';
import type { PositionFrame } from './position-frame.ts';
import type { Schema } from './schema.ts';

export const keptPicture = async (time: number, places: LastPlaces, ids: NameIds): Promise<KeptPicture> => {
  const columns = places.columns();
  return pictureOf(time, columns, await ids.tagNames(columns.tag));
};

const nobody = (time: number): KeptPicture => pictureOf(time, new LastPlaces().columns(), []);

/**
 * Pictures from…to every `step` ms, each the same as `pictureAt` of its moment; of a moment of which nothing is known, or
 * not any more, an empty one.
 */
export async function* replay(
  db: Kysely<Schema>,
  history: History,
  ids: NameIds,
  mine: number,
  o: { readonly from: number; readonly to: number; readonly step: number },
): AsyncGenerator<KeptPicture> {
  if (!(o.step > 0)) throw new RangeError(`step is ${o.step} ms: expected more than 0`);
  const gaps = await history.gaps(db, mine);
  for (let next = o.from; next <= o.to; ) {
    const gap = gaps.find(({ from, to }) => next >= from && next < to);
    if (gap) {
      for (; next <= o.to && next < gap.to; next += o.step) yield nobody(next);
      continue;
    }
    const nextGap = gaps.find(({ from }) => from > next)?.from ?? Number.POSITIVE_INFINITY;
    const to = Math.min(o.to, nextGap - 1);
    yield* unbroken(db, history, ids, mine, { from: next, to, step: o.step });
    next += (Math.floor((to - next) / o.step) + 1) * o.step;
  }
}

/**
 * Pictures from…to every `step` ms, each the same as `pictureAt` of its moment; frames are read once, in chunks, on the
 * way. A moment of which nothing is known yet has an empty picture.
 */
async function* unbroken(
  db: Kysely<Schema>,
  history: History,
  ids: NameIds,
  mine: number,
  o: { readonly from: number; readonly to: number; readonly step: number },
): AsyncGenerator<KeptPicture> {
  const places = await history.placesAt(db, mine, o.from);
  yield keptPicture(o.from, places, ids);
  let next = o.from + o.step;
  /** Frames that reach beyond `next`: their later rows count in the pictures after it. */
  let reaching: PositionFrame[] = [];
  const step = (): void => {
    next += o.step;
    for (const frame of reaching) places.takeFrame(frame, next);
    reaching = reaching.filter((frame) => frame.second * 1000 + 999 > next);
  };
  const { from, to } = { from: Math.floor(o.from / 1000), to: Math.floor(o.to / 1000) };
  for await (const frames of history.frames(db, mine, from, to))
    for (const frame of frames) {
      while (next <= o.to && frame.second * 1000 > next) {
        yield keptPicture(next, places, ids);
        step();
      }
      places.takeFrame(frame, next);
      if (frame.second * 1000 + 999 > next) reaching.push(frame);
    }
  while (next <= o.to) {
    yield keptPicture(next, places, ids);
    step();
  }
}
