import type { DecodedGlb } from './decoded-glb.ts';

const COMPONENT_BYTES: Readonly<Record<number, number>> = {
  5120: 1,
  5121: 1,
  5122: 2,
  5123: 2,
  5125: 4,
  5126: 4,
};
const COMPONENTS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 } as const;

/** The stored numbers of an accessor, tightly packed, not normalised. Throws when it reads past its buffer view. */
export const accessorValues = ({ gltf, views }: DecodedGlb, accessorIndex: number): Float64Array => {
  const accessor = gltf.accessors[accessorIndex];
  if (!accessor) throw new Error(`there is no accessor ${accessorIndex}`);
  const bytes = views[accessor.bufferView];
  const size = COMPONENT_BYTES[accessor.componentType];
  if (!bytes || !size) throw new Error(`/accessors/${accessorIndex}: unknown buffer view or component type`);
  const components = COMPONENTS[accessor.type];
  const stride = gltf.bufferViews[accessor.bufferView]!.byteStride ?? components * size;
  const last = accessor.byteOffset + (accessor.count - 1) * stride + components * size;
  if (last > bytes.length)
    throw new Error(`/accessors/${accessorIndex}: reads to byte ${last} of ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = {
    5120: (at: number) => view.getInt8(at),
    5121: (at: number) => view.getUint8(at),
    5122: (at: number) => view.getInt16(at, true),
    5123: (at: number) => view.getUint16(at, true),
    5125: (at: number) => view.getUint32(at, true),
    5126: (at: number) => view.getFloat32(at, true),
  }[accessor.componentType as 5120]!;
  const values = new Float64Array(accessor.count * components);
  for (let i = 0; i < accessor.count; i++)
    for (let k = 0; k < components; k++)
      values[i * components + k] = read(accessor.byteOffset + i * stride + k * size);
  return values;
};
