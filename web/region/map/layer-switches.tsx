import { Checkbox } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PARK_GRADES, SITE_KIND_IDS } from '../../../domain/contracts/site-kind-ids.ts';
import { SITE_KINDS } from '../../../domain/contracts/site-kinds.ts';
import type { MapLayerId } from '../../engines/county-view.ts';
import { CORROBORATIONS } from '../../ledger/corroboration-look.ts';
import { CorroborationSign } from '../../ledger/corroboration-sign.tsx';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { PARK_GRADE_COLOURS, textOn } from '../../theme/county-colours.ts';
import '../../ledger/ledger.css';
import { useSites } from '../county-files.ts';
import { useSignColours } from '../signs/legend-theme.ts';
import { LineSign, PatchSign, SiteSign } from '../signs/small-signs.tsx';
import { FlagLegend } from './flag-legend.tsx';
import { SiteMarkLegend } from './site-mark-legend.tsx';
import { SiteMarkSigns } from './site-mark-signs.tsx';
import { isShown, withLayer } from './start-layers.ts';
import { useHasLedger } from './use-has-ledger.ts';

interface SwitchProps {
  readonly layer: MapLayerId;
  readonly name: string;
  readonly sign?: ReactNode;
}

const Switch = ({ layer, name, sign }: SwitchProps) => {
  const { t } = useTranslation();
  const layers = useView((state) => state.mapLayers);
  const isOn = isShown(layers, layer);
  return (
    <Checkbox
      className="hy-legend-row"
      data-map-layer={layer}
      checked={isOn}
      onChange={({ target }) => setView({ mapLayers: withLayer(layers, layer, target.checked) })}
    >
      {sign ?? <span className="hy-map-sign" />}
      <span className="hy-map-legend-name">
        {name}
        {/* paper has no switches */}
        {!isOn && <span className="hy-map-layer-off">{t('map.layerOff')}</span>}
      </span>
    </Checkbox>
  );
};

/** The grade of each chemical park, null where nobody gave it one; null: the sites are not here yet. */
const useParkGrades = (): readonly (string | null)[] | null => {
  const sites = useSites();
  return useMemo(
    () =>
      sites.status === 'open'
        ? sites.value.flatMap(({ kind, fields }) =>
            kind === 'chemical-park'
              ? [PARK_GRADES.find((grade) => grade === fields['parkGrade']) ?? null]
              : [],
          )
        : null,
    [sites],
  );
};

/** Which layers the map shows, each with the sign it is drawn by. */
export const LayerSwitches = ({ isPrinted = false }: { readonly isPrinted?: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const colours = useSignColours();
  const { kind } = colours;
  const hasLedger = useHasLedger();
  const parks = useParkGrades();
  return (
    <>
      <fieldset className="hy-legend" data-legend="mines">
        <legend>{t('map.onMines')}</legend>
        <Switch layer="mines" name={t('map.layerMines')} />
        <Switch layer="names" name={t('map.layerNames')} />
        <Switch layer="warnings" name={t('map.layerWarnings')} />
        <Switch layer="counts" name={t('map.layerCounts')} />
      </fieldset>
      <fieldset className="hy-legend" data-legend="underground">
        <legend>{t('map.underground')}</legend>
        <Switch layer="right" name={t('neighbourKind.right')} sign={<LineSign colour={kind.right} />} />
        <Switch layer="working" name={t('neighbourKind.working')} sign={<LineSign colour={kind.working} />} />
        <Switch layer="goaf" name={t('neighbourKind.goaf')} sign={<PatchSign colour={kind.goaf} />} />
        <Switch
          layer="orebody"
          name={t('neighbourKind.orebody')}
          sign={<PatchSign colour={kind.orebody} />}
        />
        <Switch
          layer="aquifer"
          name={t('neighbourKind.aquifer')}
          sign={<PatchSign colour={kind.aquifer} />}
        />
        <Switch layer="fault" name={t('neighbourKind.fault')} sign={<LineSign colour={kind.fault} />} />
        <Switch
          layer="closed-shaft"
          name={t('neighbourKind.closed-shaft')}
          sign={<LineSign colour={kind['closed-shaft']} />}
        />
        <p className="hy-legend-note">
          <PatchSign colour={kind.goaf} isHatched />
          {t('map.hatchedMeans')}
        </p>
        <ul className="hy-legend-list hy-legend-plain" data-legend="zones">
          <li>
            <LineSign colour={colours.zone} dash="7 2 1.5 2" />
            {t('zones.legend')}
          </li>
          <li>
            <PatchSign colour={colours.zone} isCrossed />
            {t('zones.legendOverlap')}
          </li>
        </ul>
      </fieldset>
      <fieldset className="hy-legend" data-legend="hazards">
        <legend>{t('map.hazards')}</legend>
        <Switch layer="hazards" name={t('map.layerHazards')} />
        <ul className="hy-legend-list">
          {CORROBORATIONS.map((status) => (
            <li key={status}>
              <CorroborationSign status={status} />
            </li>
          ))}
        </ul>
        <p className="hy-legend-note">{t('map.depthUnknownMeans')}</p>
      </fieldset>
      {hasLedger && <FlagLegend />}
      <fieldset className="hy-legend" data-legend="sites">
        <legend>{t('map.sites')}</legend>
        {SITE_KIND_IDS.map((site) => (
          <Switch
            key={site}
            layer={`site-${site}`}
            name={SITE_KINDS[site].name[language]}
            sign={<SiteSign colours={colours} letter={t(`siteLetter.${site}`)} />}
          />
        ))}
        <p className="hy-legend-note">{t('map.ticksMean')}</p>
      </fieldset>
      {isPrinted ? <SiteMarkSigns /> : <SiteMarkLegend />}
      <fieldset className="hy-legend" data-legend="park-grade">
        <legend>{t('map.parkGrade')}</legend>
        <ul className="hy-legend-list hy-legend-grades">
          {PARK_GRADES.map((grade) => (
            <li key={grade} data-grade={grade}>
              <span
                className="hy-map-grade"
                style={{ background: PARK_GRADE_COLOURS[grade], color: textOn(PARK_GRADE_COLOURS[grade]) }}
              >
                {grade}
              </span>
              {t(`parkGrade.${grade}`)}
              <span className="hy-count">
                {parks === null ? '' : formatCount(parks.filter((one) => one === grade).length)}
              </span>
            </li>
          ))}
          {parks?.includes(null) && (
            <li data-grade="unknown">
              <span className="hy-map-grade hy-map-unknown">?</span>
              {t('app.unknown')}
              <span className="hy-count">{formatCount(parks.filter((one) => one === null).length)}</span>
            </li>
          )}
        </ul>
        <p className="hy-legend-note">{t('map.parkGradeOtherWay')}</p>
      </fieldset>
      <fieldset className="hy-legend" data-legend="base">
        <legend>{t('map.base')}</legend>
        <Switch layer="relief" name={t('map.layerRelief')} />
        <Switch layer="contours" name={t('map.layerContours')} />
      </fieldset>
    </>
  );
};
