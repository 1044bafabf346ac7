import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { enu } from '../../../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../../../domain/frame/mine-frame.ts';
import { METRES_PER_UNIT, metres } from '../../../../domain/units/quantities.ts';
import { setView, useView } from '../../../shell/view-store.ts';

interface Props {
  readonly catalog: Catalog;
  readonly frame: MineFrame;
}

/** Easting digits to which the zone number is put in front: 39 → 39 000 000. */
const ZONE_STEP = 1_000_000;

/** Where the hole stands, in the survey's own coordinates, to be read and to be typed. */
export const HolePlaceFields = ({ catalog: { survey, extent }, frame }: Props) => {
  const { t } = useTranslation();
  const at = useView((state) => state.virtualHole);
  const unit = METRES_PER_UNIT[survey.units];
  const zone = (survey.zonePrefix ?? 0) * ZONE_STEP;
  const middle = [(extent.min[0] + extent.max[0]) / 2, (extent.min[1] + extent.max[1]) / 2] as const;
  const from = at ?? middle;
  const { easting, northing, height } = frame.enuToSurvey(enu(from[0], from[1], 0));
  const move = (patch: { readonly easting?: number; readonly northing?: number }): void => {
    const moved = frame.surveyToEnu({
      easting: metres(patch.easting ?? easting),
      northing: metres(patch.northing ?? northing),
      height,
    });
    setView({ virtualHole: [Number(moved[0].toFixed(1)), Number(moved[1].toFixed(1))] });
  };
  const field = (letter: string, name: 'easting' | 'northing', shown: number) => (
    <div key={name} className="hy-virtual-field">
      <span>{letter}</span>
      <InputNumber<number>
        size="small"
        value={at ? Number(shown.toFixed(1)) : null}
        step={10}
        data-field={name}
        aria-label={t(`boreholes.${name}`)}
        onChange={(value) => {
          if (value === null) return;
          move({ [name]: name === 'easting' ? (value - zone) * unit : value * unit });
        }}
      />
    </div>
  );
  const north = (letter: string) => field(letter, 'northing', northing / unit);
  const east = (letter: string) => field(letter, 'easting', easting / unit + zone);
  return (
    <div className="hy-holes-tools">
      {survey.axes === 'x-north-y-east' ? [north('X'), east('Y')] : [east('X'), north('Y')]}
    </div>
  );
};
