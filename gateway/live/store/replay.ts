import type { Kysely } from 'kysely';
import type { KeptPicture } from '../ports.ts';
import type { History } from './history.ts';
import { type LastPlaces, pictureOf } from './last-places.ts';
import type { NameIds } from './name-ids.ts';
import type { PositionFrame } from './position-frame.ts';
import type { Schema } from './schema.ts';

export const keptPicture = async (time: number, places: LastPlaces, ids: NameIds): Promise<KeptPicture> => {
  const columns = places.columns();
  return pictureOf(time, columns, await ids.tagNames(columns.tag));
};

/**
 * Pictures from…to every `step` ms, each the same as `pictureAt` of its moment; frames are read once, in chunks, on the
 * way. A moment of which nothing is known yet has an empty picture.
 */
export async function* replay(
  db: Kysely<Schema>,
  history: History,
  ids: NameIds,
  mine: number,
  o: { readonly from: number; readonly to: number; readonly step: number },
): AsyncGenerator<KeptPicture> {
  if (!(o.step > 0)) throw new RangeError(`step is ${o.step} ms: expected more than 0`);
  if (o.from > o.to) return;
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
