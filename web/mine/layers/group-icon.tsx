import type { LayerGroup } from '../../../domain/contracts/layers.ts';

/** One drawing a group, so that no group is told by colour alone. 16 × 16, stroked with the text's colour. */
const DRAWINGS: Readonly<Record<LayerGroup, string>> = {
  ground: 'M1 11 5 5l3 4 2-3 5 5M1 14h14',
  boreholes: 'M8 1v14M5.5 4h5M5.5 8h5M5.5 12h5',
  strata: 'M1 4c4-2 6 2 14 0M1 8.5c4-2 6 2 14 0M1 13c4-2 6 2 14 0',
  ore: 'M5 2h6l4 5-7 7-7-7zM1 7h14M5 2l3 12 3-12',
  workings: 'M2 14V7a6 6 0 0 1 12 0v7M5.5 14V8a2.5 2.5 0 0 1 5 0v6',
  goafs: 'M3 5c2-3 7-3 9-1s2 6 0 8-6 2-8 0-2-5-1-7zM5 9l4-4M6.5 11.5l5-5',
  water: 'M8 1.5c3 4 4.5 6 4.5 8.5a4.5 4.5 0 0 1-9 0C3.5 7.5 5 5.500 8 1.5z',
  boundary: 'M2 2h3M7 2h3M12 2h2v2M14 6v3M14 11v3h-2M10 14H7M5 14H2v-3M2 9V6',
};

export const GroupIcon = ({ group }: { group: LayerGroup }) => (
  <svg className="hy-group-icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={DRAWINGS[group]} />
  </svg>
);
