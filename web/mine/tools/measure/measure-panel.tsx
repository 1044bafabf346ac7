import { AimOutlined, CheckOutlined, ClearOutlined, CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import {
  isWhole,
  MEASURE_KINDS,
  type MeasureKind,
  type Measurement,
  POINTS_OF,
} from '../../../../domain/measure/measurement.ts';
import { setView } from '../../../shell/view-store.ts';
import { isFixed, newMeasurement } from './change-measure.ts';
import { MeasurePoints } from './measure-points.tsx';
import { MeasureResults } from './measure-results.tsx';
import { setMeasure, useMeasure } from './measure-store.ts';
import { finishTaking, stopTaking } from './use-taking.ts';
import { BlockFields, VolumeFields } from './volume-fields.tsx';

interface Props {
  readonly measure: Measurement;
  readonly catalog: Catalog;
}

/** What is measured, how to go on, what comes of it, and of which points. */
export const MeasurePanel = ({ measure, catalog }: Props) => {
  const { t } = useTranslation();
  const taking = useMeasure((state) => state.taking);
  const subject = useMeasure((state) => state.subject);
  const begin = (kind: MeasureKind): void => {
    setView({ measure: newMeasurement(kind, measure.points, catalog) });
    setMeasure({ taking: true });
  };
  return (
    <section className="hy-measure" aria-label={t('measure.tool')} data-measure={measure.kind}>
      <header>
        <h2>{t('measure.tool')}</h2>
        <Select<MeasureKind>
          size="small"
          aria-label={t('measure.kind')}
          data-field="kind"
          value={measure.kind}
          options={MEASURE_KINDS.map((value) => ({ value, label: t(`measure.${value}`) }))}
          onChange={begin}
        />
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('measure.close')}
          onClick={() => setView({ measure: null })}
        />
      </header>
      {measure.kind === 'volume' && <VolumeFields measure={measure} catalog={catalog} />}
      {measure.kind === 'block' && <BlockFields measure={measure} catalog={catalog} />}
      {subject.status === 'failed' ? (
        <p className="hy-measure-note" role="alert">
          {t('measure.failed', { detail: subject.detail })}
        </p>
      ) : (
        <p className="hy-measure-note" role="status" data-subject={subject.status}>
          {subject.status === 'loading' ? t('measure.loading') : stepText()}
        </p>
      )}
      <div className="hy-measure-actions">
        {taking && !isFixed(measure.kind) ? (
          <Button
            size="small"
            type="primary"
            icon={<CheckOutlined />}
            data-action="finish"
            disabled={!isWhole(measure)}
            onClick={finishTaking}
          >
            {t('measure.done')}
          </Button>
        ) : (
          <Button
            size="small"
            icon={<AimOutlined />}
            data-action="take"
            aria-pressed={taking}
            type={taking ? 'primary' : 'default'}
            onClick={() => (taking ? stopTaking() : setMeasure({ taking: true }))}
          >
            {t('measure.take')}
          </Button>
        )}
        <Button
          size="small"
          icon={<ClearOutlined />}
          data-action="clear"
          disabled={measure.points.length === 0}
          onClick={() => {
            setView({ measure: { ...measure, points: [] } });
            setMeasure({ taking: true });
          }}
        >
          {t('measure.clear')}
        </Button>
      </div>
      <MeasureResults measure={measure} catalog={catalog} />
      <MeasurePoints measure={measure} catalog={catalog} />
    </section>
  );

  function stepText(): string {
    if (!taking) return t('measure.stopped');
    const [least] = POINTS_OF[measure.kind];
    if (measure.points.length < least) return t('measure.need', { n: least - measure.points.length });
    return t(isFixed(measure.kind) ? 'measure.again' : 'measure.more');
  }
};
