import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { catalogLayerSchema, catalogSchema } from '../../domain/contracts/catalog.ts';
import type { MineGround } from '../../domain/contracts/mine-ground.ts';
import { rightPolygons } from '../../domain/county/right-polygons.ts';
import { frameOfCatalog } from '../../domain/frame/catalog-frame.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { gaussKruegerOf } from '../../domain/frame/gauss-krueger.ts';
import { type PlacesFromMine, placesFromMine } from '../../domain/hazards/far-place.ts';
import { containedFile } from '../contained-file.ts';
import type { CountyBundle } from '../county/county-bundle.ts';
import type { LedgerContext } from './ledger-context.ts';

/** Where mines are known to lie, by their county's register and their own models. */
export interface MineGrounds {
  /** Also of a mine that nothing is known of: then all of it is null or empty. */
  of(mine: string): Promise<MineGround>;
  /** Asks for many mines at once. @returns the same `key` as long as nothing of these became known otherwise */
  placesOf(mines: readonly string[]): Promise<{
    readonly key: string;
    readonly of: (mine: string) => PlacesFromMine;
  }>;
}

/** Of a bundle no more than where it lies: the rest may be of another release. */
const groundCatalogSchema = z.looseObject({
  survey: catalogSchema.shape.survey,
  frame: catalogSchema.shape.frame,
  layers: z.array(z.looseObject(catalogLayerSchema.pick({ kind: true, extent: true }).shape)),
});

interface Model {
  readonly outline: MineGround['outlines'][number];
  readonly grid: string;
}

/** The box of what a mine's model holds besides its terrain, which reaches farther than the mine; null: no model, or it cannot be read. */
const readModel = async (file: string): Promise<Model | null> => {
  const read = groundCatalogSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!read.success) return null;
  const { survey, layers } = read.data;
  const boxes = layers.filter(({ kind }) => kind !== 'terrain').map(({ extent }) => extent);
  if (boxes.length === 0) return null;
  const most = (side: 'min' | 'max', axis: 0 | 1): number =>
    Math[side](...boxes.map((box) => box[side][axis]));
  const [west, south, east, north] = [most('min', 0), most('min', 1), most('max', 0), most('max', 1)];
  const frame = frameOfCatalog(read.data);
  const ring = (
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as const
  ).map(([x, y]): [number, number] => {
    const { longitude, latitude } = frame.enuToGeographic(enu(x, y, 0));
    return [longitude, latitude];
  });
  return { outline: [ring], grid: survey.proj };
};

/** A bundle is looked at again so often: lists of thousands of mines are asked for many times a minute. */
const LOOK_EVERY_MS = 5_000;

interface KeptModel {
  readonly lookedAt: number;
  readonly stamp: number | null;
  readonly model: Promise<Model | null>;
}

/** What was made of a county's register and a mine's model: of the same two always the same. */
interface Asked {
  readonly bundle: CountyBundle | null;
  readonly model: Model | null;
  readonly number: number;
  readonly fromMine: PlacesFromMine;
}

const NO_MODEL: Promise<null> = Promise.resolve(null);

export const createMineGrounds = ({
  counties,
  bundlesRoot,
  places,
}: Pick<LedgerContext, 'counties' | 'bundlesRoot' | 'places'>): MineGrounds => {
  const models = new Map<string, KeptModel>();
  const asked = new Map<string, Asked>();
  let made = 0;

  const modelOf = async (mine: string): Promise<Model | null> => {
    const known = models.get(mine);
    const now = performance.now();
    if (known && now - known.lookedAt < LOOK_EVERY_MS) return known.model;
    const file = await containedFile(bundlesRoot, join(mine, 'catalog.json'));
    const stamp = file ? (await stat(file)).mtimeMs : null;
    const model =
      known && known.stamp === stamp ? known.model : file ? readModel(file).catch(() => null) : null;
    models.set(mine, { lookedAt: now, stamp, model: model ?? NO_MODEL });
    return model;
  };

  type Bundles = Map<string, CountyBundle | null>;
  const bundleOf = async (mine: string, opened: Bundles): Promise<CountyBundle | null> => {
    const { county } = places.place(mine);
    if (county === null) return null;
    if (!opened.has(county)) {
      const found = await counties?.open(county);
      opened.set(county, found && 'bundle' in found ? found.bundle : null);
    }
    return opened.get(county) ?? null;
  };
  /** The mine's model; none is looked for where the register says that there is none. */
  const modelIn = (mine: string, bundle: CountyBundle | null): Promise<Model | null> =>
    bundle?.mine.get(mine)?.bundle === false ? NO_MODEL : modelOf(mine);

  const ground = (mine: string, bundle: CountyBundle | null, model: Model | null): MineGround => {
    const entry = bundle?.mine.get(mine);
    const middle = entry?.at[0] ?? model?.outline[0]?.[0]?.[0];
    return {
      mine,
      at: entry?.at ?? null,
      outlines: [...(entry?.right ? rightPolygons(entry.right) : []), ...(model ? [model.outline] : [])],
      within: bundle?.catalog.placesWithin ?? null,
      county: bundle?.catalog.extent ?? null,
      grids: [
        ...new Set([
          ...(bundle ? [bundle.catalog.survey.proj] : []),
          ...(model ? [model.grid] : []),
          ...(middle === undefined ? [] : [gaussKruegerOf(middle).proj]),
        ]),
      ],
    };
  };

  return {
    of: async (mine) => {
      const bundle = await bundleOf(mine, new Map());
      return ground(mine, bundle, await modelIn(mine, bundle));
    },
    placesOf: async (mines) => {
      const opened: Bundles = new Map();
      const found = new Map<string, Asked>();
      for (const mine of mines) {
        const bundle = await bundleOf(mine, opened);
        const model = await modelIn(mine, bundle);
        const known = asked.get(mine);
        const one =
          known?.bundle === bundle && known.model === model
            ? known
            : { bundle, model, number: ++made, fromMine: placesFromMine(ground(mine, bundle, model)) };
        asked.set(mine, one);
        found.set(mine, one);
      }
      return {
        key: [...found.values()].map(({ number }) => number).join(' '),
        of: (mine) => found.get(mine)!.fromMine,
      };
    },
  };
};
