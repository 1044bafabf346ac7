import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PARK_GRADES, SITE_KIND_IDS } from '../../../domain/contracts/site-kind-ids.ts';
import { SITE_KINDS } from '../../../domain/contracts/site-kinds.ts';
import { CORROBORATIONS } from '../../ledger/corroboration-look.ts';
import { CorroborationSign } from '../../ledger/corroboration-sign.tsx';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { PARK_GRADE_COLOURS, textOn } from '../../theme/county-colours.ts';
import '../../ledger/ledger.css';
import { useSites } from '../county-files.ts';
import { useSignColours } from '../signs/legend-theme.ts';
import { LineSign, PatchSign, SiteSign } from '../signs/small-signs.tsx';
import { FlagLegend } from './flag-legend.tsx';
import { LayerSwitch } from './layer-switch.tsx';
import { MajorLegend } from './major-legend.tsx';
import { SiteMarkLegend } from './site-mark-legend.tsx';
import { SiteMarkSigns } from './site-mark-signs.tsx';
import { useHasLedger } from './use-has-ledger.ts';

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
        <LayerSwitch layer="mines" name={t('map.layerMines')} />
        <LayerSwitch layer="names" name={t('map.layerNames')} />
        <LayerSwitch layer="warnings" name={t('map.layerWarnings')} />
        <LayerSwitch layer="counts" name={t('map.layerCounts')} />
      </fieldset>
      <fieldset className="hy-legend" data-legend="underground">
        <legend>{t('map.underground')}</legend>
        <LayerSwitch layer="right" name={t('neighbourKind.right')} sign={<LineSign colour={kind.right} />} />
        <LayerSwitch
          layer="working"
          name={t('neighbourKind.working')}
          sign={<LineSign colour={kind.working} />}
        />
        <LayerSwitch layer="goaf" name={t('neighbourKind.goaf')} sign={<PatchSign colour={kind.goaf} />} />
        <LayerSwitch
          layer="orebody"
          name={t('neighbourKind.orebody')}
          sign={<PatchSign colour={kind.orebody} />}
        />
        <LayerSwitch
          layer="aquifer"
          name={t('neighbourKind.aquifer')}
          sign={<PatchSign colour={kind.aquifer} />}
        />
        <LayerSwitch layer="fault" name={t('neighbourKind.fault')} sign={<LineSign colour={kind.fault} />} />
        <LayerSwitch
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
        <LayerSwitch layer="hazards" name={t('map.layerHazards')} />
        <ul className="hy-legend-list">
          {CORROBORATIONS.map((status) => (
            <li key={status}>
              <CorroborationSign status={status} />
            </li>
          ))}
        </ul>
        <p className="hy-legend-note">{t('map.depthUnknownMeans')}</p>
      </fieldset>
      {hasLedger && <FlagLegend isPrinted={isPrinted} />}
      {hasLedger && <MajorLegend isPrinted={isPrinted} />}
      <fieldset className="hy-legend" data-legend="sites">
        <legend>{t('map.sites')}</legend>
        {SITE_KIND_IDS.map((site) => (
          <LayerSwitch
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
        <LayerSwitch layer="relief" name={t('map.layerRelief')} />
        <LayerSwitch layer="contours" name={t('map.layerContours')} />
      </fieldset>
    </>
  );
};
