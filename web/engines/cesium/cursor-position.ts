import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../domain/frame/catalog-frame.ts';
import { enu } from '../../../domain/frame/coordinates.ts';
import { unexaggerate } from '../../../domain/frame/exaggeration.ts';
import { metres } from '../../../domain/units/quantities.ts';
import type { CursorPosition } from '../mine-view.ts';
import type { Vec3 } from './vector.ts';

/** Reads a drawn point (exaggerated ENU metres) in all systems a surveyor may want. */
export type ReadPosition = (drawn: Vec3, exaggeration: number, pivotUp: number) => CursorPosition;

/** @throws RangeError where the catalog's projection is not understood */
export function positionReader(catalog: Catalog): ReadPosition {
  const mine = frameOfCatalog(catalog);
  return (drawn, exaggeration, pivotUp) => {
    const point = unexaggerate(enu(...drawn), exaggeration, metres(pivotUp));
    return { enu: point, survey: mine.enuToSurvey(point), geographic: mine.enuToGeographic(point) };
  };
}
