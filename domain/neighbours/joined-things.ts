import { bodyDistance } from '../clearance/body-distance.ts';
import { judgeDistance } from './judge-distance.ts';
import type { PlacedFeature } from './mine-features.ts';
import { boxGap, forNearBoxes } from './near-pairs.ts';
import { reachOf } from './pair-findings.ts';

/**
 * Names of things of one kind that different mines record each under its own name, and that meet or may: every mine draws its part,
 * and whether they are parts of one nobody said. What meets one of them belongs to them all.
 * @param nameOf what parts of one thing are called by
 * @param off metres both may be off; null: not known
 */
export function joinedThings(
  things: readonly PlacedFeature[],
  nameOf: (thing: PlacedFeature) => string,
  off: (a: PlacedFeature, b: PlacedFeature) => number | null,
  lookWithin: number,
): string[][] {
  const parent = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const ofKind of Map.groupBy(things, ({ feature }) => feature.kind).values()) {
    const boxes = ofKind.map(({ box }) => box);
    const most = Math.max(...ofKind.map((one) => reachOf(0, off(one, one), lookWithin)));
    forNearBoxes(boxes, boxes, most, (i, j) => {
      const [a, b] = [ofKind[i]!, ofKind[j]!];
      const [one, other] = [root(nameOf(a)), root(nameOf(b))];
      if (a.mine === b.mine || one === other) return;
      const plusMinus = off(a, b);
      const reach = reachOf(0, plusMinus, lookWithin);
      if (boxGap(a.box, b.box) > reach) return;
      const near = bodyDistance(a.body(), b.body(), reach);
      if (near && judgeDistance(near.distance, plusMinus, 0).answer !== 'denied')
        parent.set(one < other ? other : one, one < other ? one : other);
    });
  }
  const named = new Set([...parent.keys()].flatMap((name) => [name, root(name)]));
  return [...Map.groupBy([...named].sort(), root).values()];
}
