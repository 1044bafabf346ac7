import { z } from 'zod';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { drivingFactsSchema } from '../../../../domain/contracts/driving-facts.ts';
import { networkSchema } from '../../../../domain/contracts/network.ts';
import { type DutiesInput, dutiesOfMine } from '../../../../domain/duties/duties-of-mine.ts';
import { fetchBodies } from '../../../shell/fetch-bodies.ts';
import { fetchJson } from '../../../shell/fetch-json.ts';
import type { OpenDuties } from './duties-store.ts';

export interface DutiesQuestion extends Pick<DutiesInput, 'rules' | 'today' | 'mineSize'> {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}
export type DutiesAnswer =
  | ({ readonly ok: true } & OpenDuties)
  | { readonly ok: false; readonly detail: string };

const placesSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        id: z.string(),
        name: z.string(),
        type: z.string().nullable(),
        enu: z.tuple([z.number(), z.number(), z.number()]),
      }),
    }),
  ),
});

/** Volumes of every working and ways out of every node: seconds in a large mine, so off the page's thread. */
self.onmessage = ({ data }: MessageEvent<DutiesQuestion>) => {
  void work(data).then(
    (answer) => self.postMessage({ ok: true, ...answer } satisfies DutiesAnswer),
    (error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      self.postMessage({ ok: false, detail } satisfies DutiesAnswer);
    },
  );
};

/** @throws Error naming the file that could not be fetched or read */
const work = async ({ catalog, bundleUrl, rules, today, mineSize }: DutiesQuestion): Promise<OpenDuties> => {
  const { signal } = new AbortController();
  const read = async <S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> => {
    const found = await fetchJson(new URL(file, bundleUrl).pathname, schema, { signal });
    if (!found.ok) throw new Error(found.failure.url);
    return found.value;
  };
  if (!catalog.driving) throw new Error('model/driving.json');
  const [bodies, facts, network, list] = await Promise.all([
    fetchBodies(catalog, bundleUrl, signal),
    read(catalog.driving.file, drivingFactsSchema),
    catalog.network ? read(catalog.network.file, networkSchema) : null,
    catalog.places ? read(catalog.places.file, placesSchema) : null,
  ]);
  if ('failure' in bodies) throw new Error(bodies.failure.url);
  const places = (list?.features ?? []).map(({ properties: { id, name, type, enu } }) => ({
    id,
    name,
    type,
    at: enu,
  }));
  const mineType = catalog.type;
  const duties = dutiesOfMine({
    mineType,
    mineSize,
    facts,
    bodies: bodies.bodies,
    network,
    places,
    rules,
    today,
  });
  return { duties, facts, network, places };
};
