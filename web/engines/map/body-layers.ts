import type { Layer } from '@deck.gl/core';
import { PATTERN_MARKS } from '../../ledger/corroboration-look.ts';
import type { CountyColours } from '../../theme/county-colours.ts';
import type { SceneBody } from '../county-view.ts';
import { rgba } from './scene-colours.ts';
import { type Solid, solidLayers } from './solid-layers.ts';

const ALPHA = {
  sure: 150,
  /** Of the stripes: between them little is left. */
  doubtful: 175,
  hull: 26,
  sheet: 90,
  doubtfulSheet: 140,
  picked: 60,
  pickedHull: 14,
} as const;
/** Rights and aquifers are hulls: one sees what is in them. */
const isHull = ({ kind }: SceneBody): boolean => kind === 'right' || kind === 'aquifer';
const alphaOf = (body: SceneBody): number => {
  const { doubtful, isPicked, shape } = body;
  if (isHull(body)) return ALPHA.hull + (isPicked ? ALPHA.pickedHull : 0);
  const isSheet = shape.type === 'faces';
  const sure = isSheet ? ALPHA.sheet : ALPHA.sure;
  return (doubtful ? (isSheet ? ALPHA.doubtfulSheet : ALPHA.doubtful) : sure) + (isPicked ? ALPHA.picked : 0);
};

const solidOf = (body: SceneBody, colours: CountyColours): Solid => {
  const { kind, shape, thing, doubtful, isPicked } = body;
  const mark = doubtful ? PATTERN_MARKS.inferred : PATTERN_MARKS.proven;
  return {
    ...{ shape, thing, edgeMark: mark, hasFaceEdges: isPicked },
    // A hull is glass and has no room for stripes: its edges are dashed.
    fillMark: isHull(body) ? PATTERN_MARKS.proven : mark,
    fill: rgba(colours.kind[kind], alphaOf(body)),
    edge: rgba(isPicked ? colours.picked : colours.kind[kind]),
    width: isPicked ? 3 : isHull(body) ? 1 : 1.4,
  };
};

type Bodies = (bodies: readonly SceneBody[], level: number, colours: CountyColours) => Layer[];

/** What much lies in: before all that may lie in it. */
export const hullLayers: Bodies = (bodies, level, colours) =>
  solidLayers(
    'scene-hulls',
    bodies.filter(isHull).map((body) => solidOf(body, colours)),
    level,
    true,
  );

/** The survey's bodies, which lie in hulls. */
export const bodyLayers: Bodies = (bodies, level, colours) =>
  solidLayers(
    'scene-bodies',
    bodies.filter((body) => !isHull(body)).map((body) => solidOf(body, colours)),
    level,
  );
