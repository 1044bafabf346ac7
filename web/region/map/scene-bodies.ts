import type { CountyFeature, RegisterMine } from '../../../domain/contracts/county.ts';
import { isThere } from '../../../domain/county/mine-on-day.ts';
import { rightParcels } from '../../../domain/county/right-polygons.ts';
import { sheetFaces } from '../../../domain/county/sheet-faces.ts';
import type { SceneBody } from '../../engines/county-view.ts';
import type { RegionPick } from '../../shell/region-choice.ts';

/** Methods that go and look; where a thing is by hearsay, an old plan or nobody's word is doubtful. */
const MEASURING: ReadonlySet<string> = new Set(['drilling', 'geophysics', 'geochemistry', 'survey']);

/** Whether somebody went to look where a thing is. */
export const isMeasured = ({ method }: Pick<CountyFeature, 'method'>): boolean =>
  method !== null && MEASURING.has(method);

/** What things are called under the pointer, and which is chosen. */
export interface BodyLook {
  readonly nameOf: (feature: CountyFeature) => string;
  readonly nameOfRight: (mine: RegisterMine) => string;
  readonly pick: RegionPick | null;
}

export const shapeOfFeature = ({ shape }: Pick<CountyFeature, 'shape'>): SceneBody['shape'] =>
  shape.type === 'sheet'
    ? { type: 'faces', faces: sheetFaces(shape) }
    : shape.type === 'line'
      ? { ...shape, radius: shape.radius ?? 0 }
      : shape;

export const bodyOfFeature = (feature: CountyFeature, { nameOf, pick }: BodyLook): SceneBody => {
  const { id, kind, shape } = feature;
  const isUpright = shape.type === 'sheet' && (shape.dip === null || shape.dipDirection === null);
  const isUnsized = shape.type === 'line' && shape.radius === null;
  return {
    id,
    kind,
    thing: { pick: { kind: 'feature', id }, name: nameOf(feature), isHull: kind === 'aquifer' },
    isPicked: pick?.kind === 'feature' && pick.id === id,
    doubtful: !isMeasured(feature) || isUpright || isUnsized,
    shape: shapeOfFeature(feature),
  };
};

/** A right in elevation, a body a field; none where nobody states its heights: a made-up height would look like a right. */
export const bodiesOfRight = (mine: RegisterMine, { nameOfRight, pick }: BodyLook): SceneBody[] => {
  const { id, right } = mine;
  return (right ? rightParcels(right) : []).flatMap(({ rings, bottom, top }, i): SceneBody[] =>
    bottom === null || top === null
      ? []
      : [
          {
            id: `right:${id}:${i}`,
            kind: 'right',
            thing: { pick: { kind: 'mine', id }, name: nameOfRight(mine), isHull: true },
            isPicked: pick?.kind === 'mine' && pick.id === id,
            doubtful: false,
            shape: { type: 'prism', rings, bottom, top },
          },
        ],
  );
};

export const bodiesOnDay = (o: {
  readonly features: readonly CountyFeature[];
  readonly mines: readonly RegisterMine[];
  /** null: of all. */
  readonly kept: ReadonlySet<string> | null;
  /** Id of a mine whose own bundle stands in its place; null: of none. */
  readonly instead?: string | null;
  readonly shown: (kind: SceneBody['kind']) => boolean;
  /** Mines whose rights are drawn whatever the layers are: those of a chosen mining area. */
  readonly rightsOf?: readonly string[];
  readonly look: BodyLook;
  readonly day: string | null;
  readonly today: string;
}): SceneBody[] => {
  const isKept = (mine: string) => o.kept === null || o.kept.has(mine);
  const features = o.features
    .filter(
      (one) =>
        isKept(one.mine) && one.mine !== o.instead && o.shown(one.kind) && isThere(one, o.day, o.today),
    )
    .map((feature) => bodyOfFeature(feature, o.look));
  const asked = new Set(o.rightsOf ?? []);
  const rights = o.mines
    .filter(({ id }) => asked.has(id) || (o.shown('right') && isKept(id)))
    .flatMap((mine) => bodiesOfRight(mine, o.look));
  return [...features, ...rights];
};

/** Height of the sheet the map is drawn on: the middle of the mines' highest ground, to 10 m; 0 where none is known. */
export const sheetLevel = (mines: readonly RegisterMine[]): number => {
  const heights = mines.flatMap(({ ground }) => (ground ? [ground.highest] : [])).sort((a, b) => a - b);
  const middle = heights[Math.floor(heights.length / 2)];
  return middle === undefined ? 0 : Math.round(middle / 10) * 10;
};
