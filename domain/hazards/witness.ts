import type { EvidenceMethod } from '../contracts/driving.ts';
import type { Evidence } from '../contracts/hazard.ts';

/** Methods that go and look. An old plan or hearsay is a reason to look and proves nothing. */
export const METHODS_THAT_PROVE = [
  'geophysics',
  'drilling',
  'geochemistry',
  'survey',
] as const satisfies readonly EvidenceMethod[];

/** Whether somebody went and looked. */
export const hasLooked = ({ method }: Pick<Evidence, 'method'>): boolean =>
  (METHODS_THAT_PROVE as readonly EvidenceMethod[]).includes(method);

/** Somebody went and looked, could tell, and says where or in which file: others can look again. */
export const isWitness = (piece: Evidence): boolean =>
  hasLooked(piece) && piece.says !== 'unclear' && (piece.file !== null || piece.place !== null);
