/** A polygon in plan: rings of [east, north], the outline first, then its holes; in either direction, not closed. */
export type PlanPolygon = readonly (readonly (readonly [east: number, north: number])[])[];

/** Whether a point lies in a polygon: even-odd over all rings, so that holes are outside. */
export const isInPlan = (polygon: PlanPolygon, x: number, y: number): boolean =>
  polygon.reduce((inside, ring) => inside !== isInRing(ring, x, y), false);

function isInRing(ring: PlanPolygon[number], x: number, y: number): boolean {
  let inside = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  });
  return inside;
}

/** m²; holes taken off. */
export function areaInPlan(polygon: PlanPolygon): number {
  const area = (ring: PlanPolygon[number]): number => {
    const [ox, oy] = ring[0] ?? [0, 0];
    let twice = 0;
    ring.forEach(([x, y], i) => {
      const [u, v] = ring[(i + 1) % ring.length]!;
      twice += (x - ox) * (v - oy) - (u - ox) * (y - oy);
    });
    return Math.abs(twice) / 2;
  };
  return polygon.reduce((sum, ring, i) => (i === 0 ? area(ring) : sum - area(ring)), 0);
}

/** Rings that cross nowhere, as polygons: a ring within an odd number of others is a hole of the smallest around it. */
export function polygonsOf(rings: readonly PlanPolygon[number][]): PlanPolygon[] {
  const sized = rings
    .map((ring) => ({ ring, area: areaInPlan([ring]) }))
    .sort((a, b) => b.area - a.area)
    .map(({ ring }) => ring);
  const polygons: PlanPolygon[number][][] = [];
  const owner = new Map<PlanPolygon[number], PlanPolygon[number][]>();
  sized.forEach((ring, i) => {
    const [x, y] = ring[0] ?? [0, 0];
    const around = sized.slice(0, i).filter((other) => isInRing(other, x, y));
    const outer = around.at(-1);
    const held = around.length % 2 === 1 && outer ? owner.get(outer) : undefined;
    if (held) held.push(ring);
    else {
      const polygon = [ring];
      polygons.push(polygon);
      owner.set(ring, polygon);
    }
  });
  return polygons;
}
