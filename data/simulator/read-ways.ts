import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RoadwayNetwork } from '../../domain/contracts/network.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import { metres } from '../../domain/units/quantities.ts';
import { buildNetwork } from '../../domain/workings/network.ts';

/** live/ways.geojson: roads over the ground, for mines whose bundle has no roadway network. The simulator's alone. */
const waysSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ 编号: z.string(), 类型: z.string() }),
      geometry: z.object({
        type: z.literal('LineString'),
        coordinates: z.array(z.tuple([z.number(), z.number(), z.number()])).min(2),
      }),
    }),
  ),
});

const JOIN_METRES = 3;
const ROAD = { width: 8, height: 5 };

/** @returns null where the mine has no such file. @throws Error where it cannot be understood */
export const readWays = (liveFolder: string, frame: MineFrame): RoadwayNetwork | null => {
  const file = join(liveFolder, 'live', 'ways.geojson');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const read = waysSchema.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  const lines = read.data.features.map(({ properties, geometry }) => ({
    id: properties.编号,
    type: properties.类型,
    ...ROAD,
    line: geometry.coordinates.map(([e, n, h]) =>
      frame.surveyToEnu({ easting: metres(e), northing: metres(n), height: metres(h) }),
    ),
  }));
  return buildNetwork(lines, metres(JOIN_METRES));
};
