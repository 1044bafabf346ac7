import type { CountyFeature, RegisterMine } from '../../../domain/contracts/county.ts';
import type { PlacedHazard } from '../../../domain/contracts/ledger-list.ts';
import { positionsOf } from '../../ledger/edit/coordinate-text.ts';

type Place = readonly [longitude: number, latitude: number];

interface Around {
  readonly mines: readonly Pick<RegisterMine, 'right'>[];
  readonly features: readonly Pick<CountyFeature, 'shape'>[];
  readonly hazards: readonly Pick<PlacedHazard, 'id' | 'place'>[];
  /** Id of the hazard whose own place is drawn: its corners as they are in the ledger would hold those that are moved. null: none's is. */
  readonly own: string | null;
}

const cornersOf = ({ shape }: Pick<CountyFeature, 'shape'>): Place[] =>
  shape.type === 'prism'
    ? shape.rings.flat()
    : shape.type === 'line'
      ? shape.line.map(([x, y]): Place => [x, y])
      : shape.trace;

/** Corners that what is drawn may share: of rights, of what is known below, and of other hazards. */
export const snapCorners = ({ mines, features, hazards, own }: Around): Place[] => [
  ...mines.flatMap(({ right }) => right?.rings.flat() ?? []),
  ...features.flatMap(cornersOf),
  ...hazards.flatMap(({ id, place }) => (id === own ? [] : positionsOf(place))),
];
