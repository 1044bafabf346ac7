import { expect, test } from 'vitest';
import { box } from '../../../domain/geometry/sample-solids.test-kit.ts';
import { bodyOutline } from './body-outline.ts';

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** Two boxes as a tile holds them: corners repeated for each triangle, numbers beside, halved and moved by their node. */
const tile = () => {
  const solids = [box([0, 0, 0], [10, 20, 30]), box([100, 0, 0], [110, 20, 30])];
  const corners = solids.flatMap(({ positions, indices }, feature) =>
    [...indices].map((vertex) => ({ at: [...positions.subarray(vertex * 3, vertex * 3 + 3)], feature })),
  );
  return {
    scene: {
      nodes: [
        {
          ...{ translation: [0, 0, 5], scale: [0.5, 0.5, 0.5] },
          mesh: {
            primitives: [
              {
                attributes: {
                  POSITION: { value: Float32Array.from(corners.flatMap(({ at }) => at)) },
                  _FEATURE_ID_0: { value: Float32Array.from(corners.map(({ feature }) => feature)) },
                },
              },
            ],
          },
        },
      ],
    },
  };
};

test('a body has the edges one sees, each once, where its node puts it', () => {
  const outline = bodyOutline(tile(), 0, IDENTITY)!;
  expect(outline.edges).toHaveLength(12);
  expect(outline.top).toEqual([2.5, 5, 20]);
});

test('only of the body asked for, and none of one the tile does not hold', () => {
  expect(bodyOutline(tile(), 1, IDENTITY)!.top).toEqual([52.5, 5, 20]);
  expect(bodyOutline(tile(), 7, IDENTITY)).toBeNull();
  expect(bodyOutline({}, 0, IDENTITY)).toBeNull();
});
