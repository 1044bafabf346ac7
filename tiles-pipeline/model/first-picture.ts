import type { LayerModel } from './layer-model.ts';

/** What a mine is opened for; water is context to it. */
const MINE_GROUPS: readonly LayerModel['group'][] = ['ore', 'workings', 'goafs'];

/** Square metres of ground under the upward-facing triangles: of a closed body, the ground it covers. */
const coveredArea = (layer: LayerModel): number => {
  let area = 0;
  for (const { mesh } of layer.features) {
    const { positions: p, indices } = mesh;
    for (let i = 0; i < indices.length; i += 3) {
      const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3];
      const twice = (p[b]! - p[a]!) * (p[c + 1]! - p[a + 1]!) - (p[c]! - p[a]!) * (p[b + 1]! - p[a + 1]!);
      area += Math.max(twice, 0) / 2;
    }
  }
  return area;
};

/** Square metres of the box around the mine's own things in plan, 0 where it has none. */
const mineArea = (layers: readonly LayerModel[]): number => {
  const min = [Infinity, Infinity];
  const max = [-Infinity, -Infinity];
  for (const layer of layers) {
    if (!MINE_GROUPS.includes(layer.group)) continue;
    for (const { mesh } of layer.features)
      for (let i = 0; i < mesh.positions.length; i += 3)
        for (const axis of [0, 1]) {
          min[axis] = Math.min(min[axis]!, mesh.positions[i + axis]!);
          max[axis] = Math.max(max[axis]!, mesh.positions[i + axis]!);
        }
  }
  return min[0] === Infinity ? 0 : (max[0]! - min[0]!) * (max[1]! - min[1]!);
};

/**
 * Chooses what the first picture leaves to the layer tree: water that is somebody's interpretation, and water that
 * covers more ground than the mine itself. Both lie over everything one opens a mine for.
 */
export const withFirstPicture = <L extends LayerModel>(layers: readonly L[]): readonly L[] => {
  const mine = mineArea(layers);
  const covers = (layer: L): boolean =>
    layer.group === 'water' && (layer.provenance === 'inferred' || (mine > 0 && coveredArea(layer) > mine));
  return layers.map((layer) => (covers(layer) ? { ...layer, shownAtStart: false } : layer));
};
