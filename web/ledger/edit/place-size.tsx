import { useTranslation } from 'react-i18next';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { sizeOfPlace } from '../../../domain/hazards/drawn-outline.ts';
import { formatNumber } from '../../shell/format-number.ts';

const KILOMETRE = 1_000;
/** From here on an area is told in square kilometres. */
const LARGE_AREA = 1e6;

const lengthText = (metres: number): string =>
  metres < KILOMETRE
    ? `${formatNumber(metres, { decimals: 1 })} m`
    : `${formatNumber(metres / KILOMETRE, { decimals: 3 })} km`;
const areaText = (squareMetres: number): string =>
  squareMetres < LARGE_AREA
    ? `${formatNumber(squareMetres, { decimals: 0, unit: 'm²' })} m²`
    : `${formatNumber(squareMetres / LARGE_AREA, { decimals: 4 })} km²`;

/** How long a drawn line is, how large a drawn area, in plan. */
export const PlaceSize = ({ place }: { readonly place: HazardPlace }) => {
  const { t } = useTranslation();
  const size = sizeOfPlace(place);
  if (!size) return null;
  return (
    <p className="hy-place-size" data-part="place-size">
      {size.area === null
        ? t('hazardEdit.length', { length: lengthText(size.length) })
        : t('hazardEdit.area', { area: areaText(size.area), length: lengthText(size.length) })}
    </p>
  );
};
