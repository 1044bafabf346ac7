import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { enu, type SurveyPoint } from '../../../../domain/frame/coordinates.ts';
import type { Measurement } from '../../../../domain/measure/measurement.ts';
import { isFull } from '../../../../domain/measure/measurement.ts';
import { METRES_PER_UNIT, metres } from '../../../../domain/units/quantities.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { setView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { pointKey, withoutPoint, withPoint, withPointMoved } from './change-measure.ts';
import { useMeasure } from './measure-store.ts';
import { NumberCell } from './number-cell.tsx';
import { snapName } from './snap-name.ts';

/** Easting digits to which the zone number is put in front: 39 → 39 000 000. */
const ZONE_STEP = 1_000_000;
const DECIMALS = 3;

interface Props {
  readonly measure: Measurement;
  readonly catalog: Catalog;
}

/** The points in the survey's own coordinates: read, corrected, or written without a mouse. */
export const MeasurePoints = ({ measure, catalog }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const view = useSession((session) => session.view);
  const taken = useMeasure((state) => state.taken);
  const subject = useMeasure((state) => (state.subject.status === 'open' ? state.subject.subject : null));
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  const { survey } = catalog;
  const unit = METRES_PER_UNIT[survey.units];
  const zone = (survey.zonePrefix ?? 0) * ZONE_STEP;
  const north = {
    axis: 'northing',
    letter: survey.axes === 'x-north-y-east' ? 'X' : 'Y',
    offset: 0,
  } as const;
  const east = {
    axis: 'easting',
    letter: survey.axes === 'x-north-y-east' ? 'Y' : 'X',
    offset: zone,
  } as const;
  const columns = [
    ...(survey.axes === 'x-north-y-east' ? [north, east] : [east, north]),
    { axis: 'height', letter: 'H', offset: 0 } as const,
  ];
  const set = (index: number, place: SurveyPoint, axis: keyof SurveyPoint, value: number): void => {
    const to = frame.surveyToEnu({ ...place, [axis]: metres(value) });
    setView({ measure: withPointMoved(measure, index, to) });
  };
  const add = (): void => {
    const target = view?.pose().target;
    if (target) setView({ measure: withPoint(measure, target) });
  };
  return (
    <section aria-label={t('measure.points', { n: measure.points.length })}>
      <h3 title={t('measure.pointsHint', { crs: survey.crsName, datum: survey.verticalDatum })}>
        {t('measure.points', { n: measure.points.length })}
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          data-action="add-point"
          disabled={!view || isFull(measure)}
          title={t('measure.addPoint')}
          aria-label={t('measure.addPoint')}
          onClick={add}
        />
      </h3>
      <ol className="hy-measure-points">
        {measure.points
          .map((point, i) => ({ n: i + 1, point }))
          .map(({ n, point }) => {
            const place = frame.enuToSurvey(enu(...point));
            const snap = taken.get(pointKey(point));
            return (
              <li key={n} data-point={n}>
                <span className="hy-measure-number">{n}</span>
                <span className="hy-measure-taken">
                  {snap && subject && snapName(snap, subject, language, t)}
                </span>
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('measure.removePoint', { n })}
                  onClick={() => setView({ measure: withoutPoint(measure, n - 1) })}
                />
                <span className="hy-measure-cells">
                  {columns.map(({ axis, letter, offset }) => (
                    <NumberCell
                      key={axis}
                      field={`${letter}${n}`}
                      label={t('measure.coordinate', { n, letter })}
                      letter={letter}
                      value={place[axis] / unit + offset}
                      decimals={DECIMALS}
                      onValue={(value) => set(n - 1, place, axis, (value - offset) * unit)}
                    />
                  ))}
                </span>
              </li>
            );
          })}
      </ol>
    </section>
  );
};
