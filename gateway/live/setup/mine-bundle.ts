import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Catalog, catalogSchema } from '../../../domain/contracts/catalog.ts';
import { networkSchema, type RoadwayNetwork } from '../../../domain/contracts/network.ts';
import { type EnuPoint, enu, type SurveyPoint } from '../../../domain/frame/coordinates.ts';
import { createMineFrame, type MineFrame } from '../../../domain/frame/mine-frame.ts';
import { createSurveySystem } from '../../../domain/frame/survey-system.ts';
import { type GroundField, readGround } from '../../../domain/geology/ground-field.ts';
import { degrees, metres } from '../../../domain/units/quantities.ts';
import { withoutShafts } from '../../../domain/workings/network.ts';
import { LiveSetupError } from './setup-problem.ts';

/** What the live side needs of a bundle. */
export interface MineBundle {
  readonly catalog: Catalog;
  readonly frame: MineFrame;
  /** Roadways alone: positions are put on what people walk along, and cages are rides of their own. */
  readonly network: RoadwayNetwork | null;
  /** null: the bundle has no terrain. */
  readonly ground: GroundField | null;
  /** Places of places.geojson by id. */
  readonly places: ReadonlyMap<string, EnuPoint>;
  /** Coordinates as devices and set-up files write them: metres, easting with or without the zone number. */
  readonly surveyPoint: (easting: number, northing: number, height: number) => SurveyPoint;
}

const placesSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ id: z.string(), enu: z.tuple([z.number(), z.number(), z.number()]) }),
    }),
  ),
});

const REBUILD = 'build the bundle again: npm run -s hyalite -- build <mine.yaml>';

const readJson = async <S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
): Promise<z.output<S>> => {
  const mend = REBUILD;
  const file = join(folder, name);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const what = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new LiveSetupError([{ file, what, mend }]);
  });
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    const what = `it is not what this version writes: ${reason.split('\n').slice(0, 3).join(' ')}`;
    throw new LiveSetupError([{ file, what, mend }]);
  }
};

const readGroundFile = async (folder: string, { ground }: Catalog): Promise<GroundField | null> => {
  if (!ground) return null;
  const file = join(folder, ground.file);
  try {
    const bytes = await readFile(file);
    return readGround(ground, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  } catch (error) {
    throw new LiveSetupError([{ file, what: (error as Error).message, mend: REBUILD }]);
  }
};

/** @throws LiveSetupError where the bundle is not there or cannot be used */
export const readMineBundle = async (folder: string): Promise<MineBundle> => {
  const catalog = await readJson(folder, 'catalog.json', catalogSchema);
  const { survey, frame } = catalog;
  const frameOfMine = createMineFrame({
    survey: createSurveySystem({
      proj: survey.proj,
      axes: survey.axes,
      units: survey.units,
      ...(survey.zonePrefix === undefined ? {} : { zonePrefix: survey.zonePrefix }),
    }),
    geoidSeparation: metres(survey.geoidSeparation.metres),
    origin: {
      longitude: degrees(frame.origin.longitude),
      latitude: degrees(frame.origin.latitude),
      ellipsoidHeight: metres(frame.origin.ellipsoidHeight),
    },
  });
  const falseEasting = Number(/\+x_0=(\S+)/.exec(survey.proj)?.[1] ?? 0);
  const prefix = (survey.zonePrefix ?? 0) * 1e6;
  /** Where the projection's own eastings carry the zone number nothing is taken off. */
  const strip = prefix > 0 && falseEasting < prefix;
  const places = catalog.places
    ? (await readJson(folder, catalog.places.file, placesSchema)).features.map(
        ({ properties: { id, enu: at } }) => [id, enu(...at)] as const,
      )
    : [];
  const network = catalog.network ? await readJson(folder, catalog.network.file, networkSchema) : null;
  return {
    catalog,
    frame: frameOfMine,
    network: network && withoutShafts(network),
    ground: await readGroundFile(folder, catalog),
    places: new Map(places),
    surveyPoint: (easting, northing, height) => ({
      easting: metres(strip && easting >= prefix ? easting - prefix : easting),
      northing: metres(northing),
      height: metres(height),
    }),
  };
};

/** How far ahead the second point is taken: long against rounding, short against the curve of the grid. */
const LOOK_AHEAD_METRES = 10;

/** Degrees clockwise from grid north at a point → degrees clockwise from the frame's north, 0 up to 360. */
export const frameAzimuth = (frame: MineFrame, at: EnuPoint, gridAzimuth: number): number => {
  const here = frame.enuToSurvey(at);
  const angle = (gridAzimuth * Math.PI) / 180;
  const ahead = frame.surveyToEnu({
    easting: metres(here.easting + LOOK_AHEAD_METRES * Math.sin(angle)),
    northing: metres(here.northing + LOOK_AHEAD_METRES * Math.cos(angle)),
    height: here.height,
  });
  const azimuth = (Math.atan2(ahead[0] - at[0], ahead[1] - at[1]) * 180) / Math.PI;
  return (azimuth + 360) % 360;
};
