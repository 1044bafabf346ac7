import type { FeatureCollection, Point } from 'geojson';
import { readRecords } from './feature-columns.ts';
import type { PropertyValue } from './layer-model.ts';
import { type MineContext, type PlacedSource, recordsOf } from './mine-context.ts';
import { recordPoint } from './record-point.ts';

export interface PlaceProperties {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly source: string;
  /** Metres in the mine's frame. */
  readonly enu: readonly [east: number, north: number, up: number];
  /** Metres above the survey's height datum. */
  readonly elevation: number;
  readonly attributes: Readonly<Record<string, PropertyValue>>;
}
export type PlaceCollection = FeatureCollection<Point, PlaceProperties>;

/** Key places, exits, cameras, stations: WGS 84 longitude, latitude, ellipsoid height; null where there is none. */
export const collectPlaces = (
  sources: readonly PlacedSource<'places'>[],
  mine: MineContext,
): PlaceCollection | null => {
  const sets = sources.flatMap((placed) => {
    const set = recordsOf(placed);
    return set ? [{ placed, set }] : [];
  });
  const features = readRecords(sets, []).read.flatMap(({ placed, set, roles, attributes }) =>
    set.records.flatMap((record): PlaceCollection['features'] => {
      const id = roles.text(record, 'id') ?? String(record.row);
      const at = recordPoint(record, roles, placed, roles.number(record, 'z'));
      if (!at || !Number.isFinite(at.easting + at.northing + at.height)) {
        placed.log.reject('position-missing', {
          row: record.row,
          feature: id,
          ...roles.culprit(record, ['x', 'y', 'z', 'longitude', 'latitude']),
        });
        return [];
      }
      const enu = mine.frame.surveyToEnu(at);
      const { longitude, latitude, ellipsoidHeight } = mine.frame.enuToGeographic(enu);
      placed.log.made();
      return [
        {
          type: 'Feature',
          id,
          geometry: { type: 'Point', coordinates: [longitude, latitude, ellipsoidHeight] },
          properties: {
            id,
            name: roles.text(record, 'name') ?? id,
            type: roles.text(record, 'type'),
            source: placed.id,
            enu: [enu[0], enu[1], enu[2]],
            elevation: at.height,
            attributes: attributes(record),
          },
        },
      ];
    }),
  );
  return sources.length > 0 ? { type: 'FeatureCollection', features } : null;
};
