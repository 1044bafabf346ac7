import { type EntityColumns, type EntityFrame, entityState } from '../../../domain/contracts/live/entity.ts';
import { summaryOf } from '../../../domain/live/frame-summary.ts';

/** Half the side of the square they walk in, centimetres. */
export const HALF_SIDE_CM = 200_000;

/** Nine people in ten, the rest vehicles and a few devices, each picture in arrays of its own. */
export function walkers(count: number): (tick: number) => EntityFrame {
  // A fixed sequence (Numerical Recipes' linear congruence): every run walks the same ways.
  let seed = 1;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const start = Float64Array.from({ length: count * 3 }, (_, i) =>
    i % 3 === 2 ? -random() * 30_000 : (random() * 2 - 1) * HALF_SIDE_CM,
  );
  const angle = Float64Array.from({ length: count }, () => random() * 2 * Math.PI);
  const state = Uint8Array.from({ length: count }, (_, row) =>
    entityState({
      presence: row % 50 === 3 ? 'stale' : 'fresh',
      kind: row % 50 === 7 ? 'device' : row % 12 === 5 ? 'vehicle' : 'person',
      headingKnown: true,
    }),
  );
  const handle = Uint32Array.from({ length: count }, (_, row) => row + 1);
  return (tick) => {
    const position = new Int32Array(count * 3);
    const heading = new Uint8Array(count);
    for (let row = 0; row < count; row++) {
      const way = angle[row]! + tick * 0.05;
      position[row * 3] = start[row * 3]! + Math.sin(way) * 130 * tick;
      position[row * 3 + 1] = start[row * 3 + 1]! + Math.cos(way) * 130 * tick;
      position[row * 3 + 2] = start[row * 3 + 2]!;
      heading[row] = (way / (2 * Math.PI)) * 256;
    }
    const entities: EntityColumns = {
      count,
      handle: handle.slice(),
      position,
      heading,
      state: state.slice(),
      age: new Uint32Array(count),
      spot: new Uint16Array(count),
    };
    return {
      mine: 'bench',
      tick,
      time: 1_700_000_000_000 + tick * 1000,
      source: 'live',
      synthetic: true,
      entities,
      // As the app's worker does where it reads a frame.
      summary: summaryOf(entities),
    };
  };
}
