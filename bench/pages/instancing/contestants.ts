import {
  BoundingSphere,
  Cartesian3,
  type CesiumWidget,
  Color,
  ConstantPositionProperty,
  type Entity,
  Matrix3,
  Matrix4,
  PointPrimitiveCollection,
  Transforms,
} from '@cesium/engine';
import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import { contextOf } from '../../../web/engines/cesium/engine-drawing.ts';
import { drawnBySoftware, rendererOf } from '../../../web/engines/cesium/live/drawn-by-software.ts';
import { createEntityMarks, type MarkFrame } from '../../../web/engines/cesium/live/entity-marks.ts';
import { createEntityPictures } from '../../../web/engines/cesium/live/entity-pictures.ts';
import { NO_ROWS } from '../../../web/engines/cesium/live/entity-rows.ts';
import { noSlice } from '../../../web/engines/cesium/slice/slice-uniforms.ts';
import { createInstancedMarks } from './instanced-marks.ts';
import type { Contestant, View } from './instancing-page.ts';
import { HALF_SIDE_CM } from './walkers.ts';

export const enuToEcef = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(117.1, 35.3, 100));
const enuToWorld = Matrix4.getMatrix3(enuToEcef, new Matrix3());

/**
 * `over` looks down on all of them; `away` has all but a few behind it, so that software pixels do not stand in the way
 * of what is measured of the main thread.
 */
export const EYES = {
  over: { at: [0, -3000, 2500], heading: 0, pitch: -0.7 },
  away: { at: [0, -1900, 100], heading: Math.PI, pitch: -0.2 },
} as const;

/** CSS pixels a metre covers at the nearest of them: from above all are far, and in their midst one may be near. */
const LARGEST_SCALE: Readonly<Record<View, number>> = { over: 0.35, away: 1e3 };

export const toWorld = (e: number, n: number, u: number, result?: Cartesian3): Cartesian3 => {
  const local = result ?? new Cartesian3();
  local.x = e;
  local.y = n;
  local.z = u;
  return Matrix4.multiplyByPoint(enuToEcef, local, local);
};

/** One way of drawing moving things. */
export interface Drawn {
  take(frame: EntityFrame): void;
  share(share: number): void;
}

const points = (widget: CesiumWidget): Drawn => {
  const drawn = widget.scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
  const at = new Cartesian3();
  return {
    take({ entities: { count, position } }) {
      for (let row = 0; row < count; row++) {
        toWorld(position[row * 3]! / 100, position[row * 3 + 1]! / 100, position[row * 3 + 2]! / 100, at);
        if (drawn.length <= row) drawn.add({ position: at, pixelSize: 8, color: Color.WHITE, id: row });
        else drawn.get(row).position = at;
      }
    },
    share: () => {},
  };
};

const entities = (widget: CesiumWidget): Drawn => {
  const made: Entity[] = [];
  return {
    take({ entities: { count, position } }) {
      widget.entities.suspendEvents();
      for (let row = 0; row < count; row++) {
        const at = toWorld(
          position[row * 3]! / 100,
          position[row * 3 + 1]! / 100,
          position[row * 3 + 2]! / 100,
        );
        const known = made[row];
        if (known) (known.position as ConstantPositionProperty).setValue(at);
        else
          made.push(
            widget.entities.add({
              position: new ConstantPositionProperty(at),
              point: { pixelSize: 8, color: Color.WHITE },
            }),
          );
      }
      widget.entities.resumeEvents();
    },
    share: () => {},
  };
};

const ours = (widget: CesiumWidget, contestant: 'pulled' | 'instanced', view: View): Drawn => {
  const sphere = new BoundingSphere(toWorld(0, 0, 0), (HALF_SIDE_CM / 100) * 2);
  const pictures = createEntityPictures();
  const context = contextOf(widget.scene);
  const software = drawnBySoftware(rendererOf(widget.canvas));
  const frame = (share: number): MarkFrame => ({
    eye: EYES[view].at,
    exaggeration: 1,
    share,
    beat: -1,
    pixel: 1,
    largestScale: LARGEST_SCALE[view],
    slice: noSlice(),
  });
  if (contestant === 'pulled') {
    const marks = createEntityMarks(context, enuToWorld, sphere, drawnBySoftware(rendererOf(widget.canvas)));
    widget.scene.primitives.add(marks);
    return {
      take(picture) {
        const change = pictures.take(picture, 1000, 0);
        marks.setRows(pictures.rows, NO_ROWS, change);
      },
      share: (share) => marks.setFrame(frame(share)),
    };
  }
  const marks = createInstancedMarks(context, enuToWorld, sphere, software);
  widget.scene.primitives.add(marks);
  return {
    take(picture) {
      const { rows } = pictures.take(picture, 1000, 0);
      marks.setRows(pictures.rows, rows);
    },
    share: (share) => marks.setFrame(frame(share)),
  };
};

export const enter = (widget: CesiumWidget, contestant: Contestant, view: View): Drawn => {
  if (contestant === 'empty') return { take: () => {}, share: () => {} };
  if (contestant === 'points') return points(widget);
  if (contestant === 'entities') return entities(widget);
  return ours(widget, contestant, view);
};
