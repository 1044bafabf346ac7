import { type EntityRows, isPlaced, isUrgent } from './entity-rows.ts';
import { type EntitySight, nothingSeen, projector } from './entity-sight.ts';

/** One thing a label may stand beside. */
export interface Labelled {
  readonly rows: 'entities' | 'devices';
  readonly row: number;
}

/** CSS pixels: a mark smaller than this is too far off for its name to matter, unless it calls for attention. */
const LEAST_RADIUS = 6.5;

/** Keeps the `most` nearest of all that are offered: a heap with the farthest on top. */
function nearestOf(most: number) {
  const depths = new Float64Array(most);
  const items: Labelled[] = [];
  const swap = (a: number, b: number): void => {
    [depths[a], depths[b]] = [depths[b]!, depths[a]!];
    [items[a], items[b]] = [items[b]!, items[a]!];
  };
  return {
    accepts: (depth: number): boolean => most > 0 && (items.length < most || depth < depths[0]!),
    offer(depth: number, item: Labelled): void {
      let at = items.length;
      if (at < most) {
        items.push(item);
        depths[at] = depth;
        while (at > 0) {
          const parent = (at - 1) >> 1;
          if (depths[parent]! >= depths[at]!) break;
          swap(parent, at);
          at = parent;
        }
        return;
      }
      items[0] = item;
      depths[0] = depth;
      at = 0;
      for (;;) {
        let top = at;
        for (const child of [2 * at + 1, 2 * at + 2])
          if (child < most && depths[child]! > depths[top]!) top = child;
        if (top === at) break;
        swap(top, at);
        at = top;
      }
    },
    sorted: (): Labelled[] =>
      items
        .map((item, i) => ({ item, depth: depths[i]! }))
        .sort((a, b) => a.depth - b.depth)
        .map(({ item }) => item),
  };
}

/**
 * Who needs a label most, in that order: `first` (the selected, the pointed at), then who calls for attention, then
 * the nearest to the eye; only what is on the screen, `most` at the utmost.
 */
export function chooseLabelled(
  sight: EntitySight,
  entities: EntityRows,
  devices: EntityRows,
  share: number,
  first: readonly Labelled[],
  most: number,
): Labelled[] {
  const project = projector(sight);
  const seen = nothingSeen();
  const urgent = nearestOf(most);
  const near = nearestOf(most);
  const look = (rows: EntityRows, name: Labelled['rows']): void => {
    for (let row = 0; row < rows.count; row++) {
      const state = rows.state[row]!;
      if (!isPlaced(state) || !project(rows, row, share, seen)) continue;
      if (seen.x < 0 || seen.y < 0 || seen.x > sight.width || seen.y > sight.height) continue;
      if (isUrgent(state)) {
        if (urgent.accepts(seen.depth)) urgent.offer(seen.depth, { rows: name, row });
      } else if (seen.radius >= LEAST_RADIUS && near.accepts(seen.depth))
        near.offer(seen.depth, { rows: name, row });
    }
  };
  look(entities, 'entities');
  look(devices, 'devices');
  const chosen: Labelled[] = [];
  const known = new Set<string>();
  for (const one of [...first, ...urgent.sorted(), ...near.sorted()]) {
    if (chosen.length >= most) break;
    const key = `${one.rows} ${one.row}`;
    if (known.has(key)) continue;
    known.add(key);
    chosen.push(one);
  }
  return chosen;
}
