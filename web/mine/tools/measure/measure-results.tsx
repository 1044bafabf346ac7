import { CopyOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { isWhole, type Measurement } from '../../../../domain/measure/measurement.ts';
import { crossesItself } from '../../../../domain/measure/outline.ts';
import { copyText } from '../../../shell/copy-text.ts';
import { notify } from '../../../shell/notices.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { resultText } from './copy-results.ts';
import { lineRows, type MeasureRow } from './measure-rows.ts';
import { useMeasure } from './measure-store.ts';
import { betweenRows, blockRows } from './volume-rows.ts';

interface Props {
  readonly measure: Measurement;
  readonly catalog: Catalog;
}

/** What the measurement says, with what makes it doubtful beside it. */
export const MeasureResults = ({ measure, catalog }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = useRows({ measure, catalog });
  const volume = useMeasure((state) => state.volume);
  const subject = useMeasure((state) => state.subject.status);
  if (!isWhole(measure)) return null;
  const solid = measure.kind === 'volume' || measure.kind === 'block';
  if (solid && crossesItself(measure.points)) return <Warning text={t('measure.crosses')} />;
  if (solid && volume.status === 'failed')
    return (
      <p className="hy-measure-note" role="alert">
        {t('measure.volumeFailed', { detail: volume.detail })}
      </p>
    );
  if (solid && volume.status !== 'ready')
    return (
      <p className="hy-measure-note" role="status" data-volume="computing">
        {t(subject === 'open' ? 'measure.computing' : 'measure.loading')}
      </p>
    );
  return (
    <div className="hy-measure-results">
      <dl>
        {rows.map(({ id, name, value, unit, hint, warning, main, head }) => (
          <div key={id} data-result={id} data-main={main} data-head={head}>
            <dt>{hint ? <Tooltip title={hint}>{name}</Tooltip> : name}</dt>
            <dd data-unknown={value === null}>
              {value ?? (warning ? '' : t('app.unknown'))}
              {value !== null && unit && <span className="hy-unit"> {unit}</span>}
            </dd>
            {warning && <Warning text={warning} />}
          </div>
        ))}
      </dl>
      {solid && <p className="hy-measure-note">{t('measure.trueMetres')}</p>}
      <Button
        size="small"
        icon={<CopyOutlined />}
        data-action="copy"
        onClick={async () => {
          const copied = await copyText(resultText(measure, rows, catalog, language, t));
          notify({ kind: copied ? 'results-copied' : 'results-copy-failed' });
        }}
      >
        {t('measure.copy')}
      </Button>
    </div>
  );
};

const Warning = ({ text }: { readonly text: string }) => (
  <p className="hy-measure-warning" role="note">
    <WarningOutlined aria-hidden="true" /> {text}
  </p>
);

const useRows = ({ measure, catalog }: Props): readonly MeasureRow[] => {
  const { t } = useTranslation();
  const language = useLanguage();
  const volume = useMeasure((state) => state.volume);
  const subject = useMeasure((state) => (state.subject.status === 'open' ? state.subject.subject : null));
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  return useMemo(() => {
    if (measure.kind !== 'volume' && measure.kind !== 'block')
      return lineRows(measure, frame, catalog.survey, t);
    if (volume.status !== 'ready' || !subject) return [];
    const { answer } = volume;
    return answer.kind === 'volume'
      ? betweenRows(answer.volume, catalog.survey, t)
      : blockRows(answer.content, subject, catalog.survey, language, t);
  }, [measure, catalog, frame, volume, subject, language, t]);
};
