import type { BodiesFile } from '../contracts/geology.ts';
import { edgeReport } from '../geometry/triangle-mesh.ts';
import type { GeologicalBody, StratumBody } from './geological-model.ts';

type FileBody = BodiesFile['bodies'][number];
type FileStratum = BodiesFile['strata'][number];

/**
 * The bodies of model/bodies.json and its binary file, in doubles in the ENU frame.
 * @throws RangeError where the binary file is shorter than the list says, or an index names no vertex
 */
export const readBodies = (file: BodiesFile, binary: ArrayBuffer): GeologicalBody[] =>
  file.bodies.map((body) => {
    const { kind, name, colour, provenance } = body;
    return { kind, name, colour, provenance, ...readMesh(body, binary) };
  });

/** Units that are obstacles to headings; errors as of `readBodies`. */
export const readStrata = (file: BodiesFile, binary: ArrayBuffer): StratumBody[] =>
  file.strata.map((stratum) => readMesh(stratum, binary));

const readMesh = (body: FileBody | FileStratum, binary: ArrayBuffer): StratumBody => {
  const { layer, feature, origin, closed } = body;
  const positions = Float64Array.from(view(binary, body.positions, Float32Array, body));
  for (let i = 0; i < positions.length; i++) positions[i] = positions[i]! + origin[i % 3]!;
  const indices = view(binary, body.indices, Uint32Array, body);
  const vertices = positions.length / 3;
  for (const index of indices)
    if (index >= vertices)
      throw new RangeError(`${layer} ${feature}: index ${index}, but there are ${vertices} vertices`);
  if (body.deviations && body.deviations.count !== vertices)
    throw new RangeError(`${layer} ${feature}: ${body.deviations.count} deviations of ${vertices} vertices`);
  return {
    layerId: layer,
    featureId: feature,
    mesh: { positions, indices },
    closed,
    ...(body.deviations ? { deviation: view(binary, body.deviations, Float32Array, body) } : {}),
  };
};

const view = <A extends Float32Array | Uint32Array>(
  binary: ArrayBuffer,
  { byteOffset, count }: { readonly byteOffset: number; readonly count: number },
  Type: new (buffer: ArrayBuffer, byteOffset: number, length: number) => A,
  { layer, feature }: FileBody | FileStratum,
): A => {
  if (byteOffset + count * 4 > binary.byteLength)
    throw new RangeError(
      `${layer} ${feature}: the file ends at byte ${binary.byteLength}, before byte ${byteOffset + count * 4}`,
    );
  return new Type(binary, byteOffset, count);
};

/** Whether what the list says of a body's edges is true of its mesh. */
export const isClosedAsSaid = ({ mesh, closed }: StratumBody): boolean => edgeReport(mesh).closed === closed;
