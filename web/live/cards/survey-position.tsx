import { Tooltip } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../domain/frame/catalog-frame.ts';
import { enu as enuPoint } from '../../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../../domain/frame/mine-frame.ts';
import { surveyReadout } from '../../mine/status/survey-readout.ts';

const frameOf = (catalog: Catalog): MineFrame | null => {
  try {
    return frameOfCatalog(catalog);
  } catch {
    return null; // a projection nobody here understands: the coordinates are shown as not known
  }
};

interface SurveyPositionProps {
  /** Metres in the mine's frame; null: not known. */
  readonly at: readonly [number, number, number] | null;
  readonly catalog: Catalog;
}

/** A position in the mine's own survey system, in the order of its tables, 2 decimals. */
export const SurveyPosition = ({ at, catalog }: SurveyPositionProps) => {
  const { t } = useTranslation();
  const mine = useMemo(() => frameOf(catalog), [catalog]);
  if (!at || !mine) return <span className="hy-unknown">{t('app.unknown')}</span>;
  const point = mine.enuToSurvey(enuPoint(...at));
  return (
    <Tooltip title={catalog.survey.crsName}>
      <span className="hy-position" data-system="live-survey">
        {surveyReadout(point, catalog.survey).map(({ letter, direction, text }) => (
          <span key={letter}>
            <abbr title={t(`cursor.${direction}`)}>{letter}</abbr> {text}
          </span>
        ))}
      </span>
    </Tooltip>
  );
};
