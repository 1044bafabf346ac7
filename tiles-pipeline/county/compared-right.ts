import type { RegisterMine } from '../../domain/contracts/county.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import type { CountyFrame } from '../../domain/county/county-frame.ts';
import { rightParcels } from '../../domain/county/right-polygons.ts';
import { rightsUnlike } from '../../domain/county/rights-unlike.ts';
import { findingAt } from '../read/finding-place.ts';

type Right = RegisterMine['right'];

const PLACE = { source: 'county.yaml', file: 'county.yaml' } as const;

/** "−300–100, −50–20": a question mark where nobody stated it. */
const heightsText = (right: NonNullable<Right>): string =>
  [...new Set(rightParcels(right).map(({ bottom, top }) => `${bottom ?? '?'} – ${top ?? '?'} m`))].join(', ');

/**
 * The right that distances are measured from, which is also the one that is drawn: that of the mine's bundle where it has one, whose
 * corners are surveyed; until when it is valid only the register says. What the register draws otherwise is told.
 */
export const comparedRight = (
  { id, right }: Pick<RegisterMine, 'id' | 'right'>,
  ofBundle: Right,
  { toEnu }: CountyFrame,
  findings: Finding[],
): Right => {
  if (!ofBundle || !right) return ofBundle ?? right;
  const unlike = rightsUnlike(right, ofBundle, ([longitude, latitude]) => {
    const [east, north] = toEnu(longitude, latitude, 0);
    return [east, north];
  });
  findings.push(
    unlike
      ? findingAt('warning', 'county-right-unlike', PLACE, {
          value: id,
          params: {
            metres: unlike.plan.toFixed(1),
            register: heightsText(right),
            bundle: heightsText(ofBundle),
          },
        })
      : findingAt('note', 'county-right-twice', PLACE, { value: id }),
  );
  return { ...ofBundle, validUntil: right.validUntil };
};
