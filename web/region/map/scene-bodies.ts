import type { CountyFeature, RegisterMine } from '../../../domain/contracts/county.ts';
import { isThere } from '../../../domain/county/mine-on-day.ts';
import { sheetFaces } from '../../../domain/county/sheet-faces.ts';
import type { SceneBody } from '../../engines/county-view.ts';

/** Methods that go and look; where a thing is by hearsay, an old plan or nobody's word is doubtful. */
const MEASURING: ReadonlySet<string> = new Set(['drilling', 'geophysics', 'geochemistry', 'survey']);

export const bodyOfFeature = (feature: CountyFeature): SceneBody => {
  const { id, kind, shape, method } = feature;
  const doubtful = method === null || !MEASURING.has(method);
  if (shape.type === 'prism')
    return {
      id,
      kind,
      doubtful,
      shape: { type: 'prism', rings: shape.rings, bottom: shape.bottom, top: shape.top },
    };
  if (shape.type === 'line') return { id, kind, doubtful, shape };
  return {
    id,
    kind,
    doubtful: doubtful || shape.dip === null || shape.dipDirection === null,
    shape: { type: 'faces', faces: sheetFaces(shape) },
  };
};

/** A right in elevation; null where nobody states its heights: a made-up height would look like a right. */
export const bodyOfRight = ({ id, right }: RegisterMine): SceneBody | null => {
  if (right === null || right.bottom === null || right.top === null) return null;
  const { rings, bottom, top } = right;
  return { id: `right:${id}`, kind: 'right', doubtful: false, shape: { type: 'prism', rings, bottom, top } };
};

export const bodiesOnDay = (o: {
  readonly features: readonly CountyFeature[];
  readonly mines: readonly RegisterMine[];
  /** null: of all. */
  readonly kept: ReadonlySet<string> | null;
  /** Id of a mine whose own bundle stands in its place; null: of none. */
  readonly instead?: string | null;
  readonly shown: (kind: SceneBody['kind']) => boolean;
  readonly day: string | null;
  readonly today: string;
}): SceneBody[] => {
  const isKept = (mine: string) => o.kept === null || o.kept.has(mine);
  const features = o.features
    .filter(
      (one) =>
        isKept(one.mine) && one.mine !== o.instead && o.shown(one.kind) && isThere(one, o.day, o.today),
    )
    .map(bodyOfFeature);
  const rights = o.shown('right')
    ? o.mines.flatMap((mine) => (isKept(mine.id) ? (bodyOfRight(mine) ?? []) : []))
    : [];
  return [...features, ...rights];
};

/** Height of the sheet the map is drawn on: the middle of the mines' highest ground, to 10 m; 0 where none is known. */
export const sheetLevel = (mines: readonly RegisterMine[]): number => {
  const heights = mines.flatMap(({ ground }) => (ground ? [ground.highest] : [])).sort((a, b) => a - b);
  const middle = heights[Math.floor(heights.length / 2)];
  return middle === undefined ? 0 : Math.round(middle / 10) * 10;
};
