import type { MineZone } from '../../../../domain/contracts/neighbours.ts';
import { dashes } from '../../../../domain/drive-on/along-line.ts';
import type { Overlay } from '../../../engines/mine-view.ts';
import { drawnHazard, type HazardSite } from '../ledger/drawn-hazards.ts';
import { type Rgb, type Stroke, strokesOverlay } from '../scene-strokes.ts';

/** How an edge of the zone is drawn: stroke and gap, metres. Whole: inside of it the ground certainly is in the zone. */
export const ZONE_EDGES = {
  certain: [Infinity, 0],
  outline: [4, 6],
  possible: [18, 9],
} as const satisfies Partial<Record<keyof MineZone, readonly [stroke: number, gap: number]>>;
export type ZoneEdge = keyof typeof ZONE_EDGES;

const WIDTH = 4;

/** The edges of a mine's zone of subsidence, laid on the ground. */
export const zoneLines = (zone: MineZone, site: HazardSite, colour: Rgb): Overlay | null =>
  strokesOverlay(
    (Object.keys(ZONE_EDGES) as ZoneEdge[]).flatMap((edge) => {
      const [stroke, gap] = ZONE_EDGES[edge];
      return (zone[edge] ?? []).flatMap((ring) => {
        const drawn = drawnHazard(
          { place: { kind: 'line', line: [...ring, ring[0]!] }, elevation: null },
          site,
        );
        return (drawn?.lines ?? []).flatMap((line) =>
          dashes(line, 0, lengthOf(line), stroke, gap).map(([a, b]): Stroke => [a, b, colour]),
        );
      });
    }),
    WIDTH,
  );

const lengthOf = (line: readonly (readonly [number, number, number])[]): number =>
  line.slice(1).reduce((sum, b, i) => sum + Math.hypot(...b.map((v, k) => v - line[i]![k]!)), 0);
