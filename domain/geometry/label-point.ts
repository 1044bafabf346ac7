type Position = readonly number[];

const middleOfLine = (line: readonly Position[]): [number, number] => {
  const lengths = line.slice(1).map(([x = 0, y = 0], i) => {
    const [fromX = 0, fromY = 0] = line[i]!;
    return Math.hypot(x - fromX, y - fromY);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [line[i]!, line[i + 1]!];
    if (left <= length) {
      const share = length === 0 ? 0 : left / length;
      return [ax + share * (bx - ax), ay + share * (by - ay)];
    }
    left -= length;
  }
  const [x = 0, y = 0] = line[0] ?? [];
  return [x, y];
};

/** The middle of the widest stretch inside, halfway up: it is always inside, however the outline bends. */
const middleOfArea = (rings: readonly (readonly Position[])[]): [number, number] => {
  const outer = rings[0] ?? [];
  const heights = outer.map(([, y = 0]) => y);
  // Off the corners by a share that no outline is drawn to.
  const y = Math.min(...heights) + 0.5000001 * (Math.max(...heights) - Math.min(...heights));
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap(([ax = 0, ay = 0], i) => {
        const [bx = 0, by = 0] = ring[(i + 1) % ring.length]!;
        return ay > y === by > y ? [] : [ax + ((bx - ax) * (y - ay)) / (by - ay)];
      }),
    )
    .sort((a, b) => a - b);
  let [widest, x] = [-1, outer[0]?.[0] ?? 0];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i]!, crossings[i + 1]!];
    if (to - from > widest) [widest, x] = [to - from, (from + to) / 2];
  }
  return [x, y];
};

/**
 * Where a sign of a shape in plan stands: on the line halfway along, within the area. In the shape's own coordinates.
 * @returns null where it has no place of its own beside what it is: a point, or a shape of several
 */
export const labelPoint = (shape: {
  readonly type: string;
  readonly coordinates?: unknown;
}): [number, number] | null => {
  if (shape.type === 'LineString') return middleOfLine(shape.coordinates as Position[]);
  if (shape.type === 'Polygon') return middleOfArea(shape.coordinates as Position[][]);
  return null;
};
