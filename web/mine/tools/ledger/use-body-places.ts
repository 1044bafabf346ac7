import { useEffect, useState } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { bodiesSchema } from '../../../../domain/contracts/geology.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { fetchJson } from '../../../shell/fetch-json.ts';
import type { BodyPlaces } from './major-marks.ts';

const NOWHERE: BodyPlaces = () => null;

/** The middle of each body of the mine's model. @param bundleUrl absolute, ending in "/" @param wanted false: nobody asks */
export const useBodyPlaces = ({ bodies }: Catalog, bundleUrl: string, wanted: boolean): BodyPlaces => {
  const [places, setPlaces] = useState<BodyPlaces>('loading');
  const file = bodies?.file;
  useEffect(() => {
    if (!wanted || file === undefined) return;
    const stop = new AbortController();
    setPlaces('loading');
    fetchJson(new URL(file, bundleUrl).pathname, bodiesSchema, { signal: stop.signal }).then(
      (fetched) => {
        if (!fetched.ok) {
          setPlaces('failed');
          return;
        }
        const key = (layer: string, feature: string): string => `${layer}\n${feature}`;
        // A body's origin is the middle of its box.
        const known = new Map(
          fetched.value.bodies.map(({ layer, feature, origin }): [string, Vec3] => [
            key(layer, feature),
            origin,
          ]),
        );
        setPlaces(() => (layer: string, feature: string) => known.get(key(layer, feature)) ?? null);
      },
      () => {}, // only an abort rejects: another mine is open
    );
    return () => stop.abort();
  }, [file, bundleUrl, wanted]);
  // A bundle of an older version lists none.
  return file === undefined ? NOWHERE : places;
};
