import type { Metres } from '../units/quantities.ts';
import type { TriangleMesh } from './triangle-mesh.ts';

export function partBelowLevel(_mesh: TriangleMesh, _level: Metres): TriangleMesh | null {
  throw new Error('not written yet');
}
export function volumeBelowLevel(_mesh: TriangleMesh, _level: Metres): number {
  throw new Error('not written yet');
}
