import { useTranslation } from 'react-i18next';
import { type BoreholeLog, elevationAtDepth } from '../../../domain/boreholes/borehole-log.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { useHoleCursor } from '../../shell/hole-cursor.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { logById } from '../log-id.ts';

/** What is at the marked place, in words. */
export const CursorLine = ({ logs }: { readonly logs: readonly BoreholeLog[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const cursor = useHoleCursor((state) => state.cursor);
  const log = cursor && logById(logs, cursor.hole);
  if (!cursor || !log)
    return (
      <p className="hy-strip-readout hy-quiet" role="status">
        {t('boreholes.pointHint')}
      </p>
    );
  const elevation = elevationAtDepth(log, cursor.depth);
  const met = log.intervals.find(({ from, to }) => cursor.depth >= from && cursor.depth <= to);
  return (
    <p className="hy-strip-readout" role="status" data-readout={cursor.hole}>
      <strong>{log.title}</strong>
      <span>
        {t('boreholes.depth')} {formatNumber(cursor.depth, { decimals: 2 })} m
      </span>
      <span data-unknown={elevation === null}>
        {elevation === null
          ? t('boreholes.elevationUnknown')
          : `${t('boreholes.elevation')} ${formatNumber(elevation, { decimals: 2 })} m`}
      </span>
      <span>{met ? met.rock[language] : t('app.unknown')}</span>
    </p>
  );
};
