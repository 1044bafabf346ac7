import type { EnuPoint } from '../frame/coordinates.ts';
import type { TriangleMesh } from './triangle-mesh.ts';

export interface TubeOptions {
  /** `upright`: the floor stays level across (roadways); `transport`: no roll about the line (boreholes). */
  readonly frame: 'upright' | 'transport';
  /** Closes both ends; default true. */
  readonly caps?: boolean;
}
export interface Tube extends TriangleMesh {
  /** Whether the mesh encloses a volume: capped, and the line had at least one segment. */
  readonly closed: boolean;
  /** Segments of no length that were left out. */
  readonly skippedSegments: number;
}
export type Section = readonly (readonly [right: number, up: number])[];
/** Regular polygon of `sides` corners on a circle about the line. */
export function circleSection(_radius: number, _sides: number): Section {
  throw new Error('not written yet');
}
export function sweepTube(_line: readonly EnuPoint[], _section: Section, _o: TubeOptions): Tube {
  throw new Error('not written yet');
}
