import { useTranslation } from 'react-i18next';
import { BODY_STYLES } from '../../../../domain/drawing/body-styles.ts';
import type { VirtualHole } from '../../../../domain/geology/virtual-hole.ts';
import { BOUNDARY_NAMES } from '../../../../domain/geology/virtual-hole-csv.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { setView } from '../../../shell/view-store.ts';

const metres = (value: number): string => formatNumber(value, { decimals: 1 }) ?? '';

/** The virtual hole in numbers. */
export const VirtualTable = ({ hole }: { readonly hole: VirtualHole }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="hy-virtual-tables">
      <table className="hy-virtual-table">
        <caption>
          {t('boreholes.collar')} {formatNumber(hole.elevation, { decimals: 1 })} m
          {hole.groundDeviation ? ` ± ${metres(hole.groundDeviation)}` : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('boreholes.unit')}</th>
            <th scope="col">{t('boreholes.baseDepth')}</th>
            <th scope="col">± 1σ</th>
            <th scope="col">{t('boreholes.baseIs')}</th>
          </tr>
        </thead>
        <tbody>
          {hole.stretches.map(({ unit, from, to, baseKind, deviation, fault }) => (
            <tr key={from} data-unit={unit?.id ?? 'unknown'}>
              <th scope="row" data-unknown={!unit}>
                <span
                  className="hy-swatch"
                  data-pattern={unit ? undefined : 'unknown'}
                  style={{ background: unit?.colour }}
                  aria-hidden="true"
                />
                {unit?.name[language] ?? t('boreholes.unknownRock')}
              </th>
              <td>{metres(to)}</td>
              <td data-unknown={deviation === null}>
                {deviation === null ? (baseKind === 'contact' ? t('app.unknown') : '—') : metres(deviation)}
              </td>
              <td>{[BOUNDARY_NAMES[baseKind][language], fault?.[language]].filter(Boolean).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hole.bodies.length > 0 && (
        <>
          <h3>{t('boreholes.bodies')}</h3>
          <ul className="hy-virtual-bodies">
            {hole.bodies.map(({ layerId, featureId, kind, name, from, to }) => (
              <li key={`${layerId} ${featureId} ${from}`} data-body={featureId}>
                <button type="button" onClick={() => setView({ selected: { layerId, featureId } })}>
                  {BODY_STYLES[kind].name[language]} · {name[language]}
                </button>
                <span>
                  {metres(from)}–{metres(to)} m
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
