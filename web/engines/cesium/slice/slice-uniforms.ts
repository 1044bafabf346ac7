import { Cartesian4, Matrix4 } from '@cesium/engine';
import { type CutRegion, FAR_UP, MOST_OUTLINE_CORNERS } from '../../../../domain/geology/slice/cut-region.ts';

/** A slice as slice-away.glsl takes it. */
export interface SliceUniforms {
  readonly prism: Cartesian4;
  /** Two corners a column. */
  readonly corners: readonly [Matrix4, Matrix4, Matrix4, Matrix4];
}

const matrices = (values: Float64Array): SliceUniforms['corners'] => [
  Matrix4.fromArray(values.subarray(0, 16) as unknown as number[]),
  Matrix4.fromArray(values.subarray(16, 32) as unknown as number[]),
  Matrix4.fromArray(values.subarray(32, 48) as unknown as number[]),
  Matrix4.fromArray(values.subarray(48, 64) as unknown as number[]),
];

/** Nothing is taken away. Each time other objects: the engine writes into those it was given. */
export const noSlice = (): SliceUniforms => ({
  prism: new Cartesian4(-1, 0, -FAR_UP, FAR_UP),
  corners: matrices(new Float64Array(64)),
});

/** @throws RangeError where the region has more corners than the shader holds */
export const sliceUniforms = ({ outline, low, high, keepsInside }: CutRegion): SliceUniforms => {
  const count = outline.length / 2;
  if (count > MOST_OUTLINE_CORNERS)
    throw new RangeError(`a slice of ${count} corners; the shader holds ${MOST_OUTLINE_CORNERS}`);
  const values = new Float64Array(64);
  values.set(outline);
  return { prism: new Cartesian4(count, keepsInside ? 1 : 0, low, high), corners: matrices(values) };
};
