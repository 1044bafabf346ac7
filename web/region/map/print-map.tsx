import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../../domain/contracts/bilingual.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { niceStep } from '../../../domain/drawing/nice-step.ts';
import type { TextKey } from '../../i18n/i18n.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { MINE_FILTERS } from '../../shell/region-choice.ts';
import '../../shell/print.css';
import { useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { AskedOutsideLine } from '../outside/outside-line.tsx';
import { useOutside } from '../outside/outside-store.ts';
import { LegendTheme } from '../signs/legend-theme.ts';
import { LayerSwitches } from './layer-switches.tsx';
import { MineLegends } from './map-legend.tsx';
import { setMap, useMap } from './map-store.ts';
import { useMarkName } from './use-mark-name.ts';
import './print-map.css';

interface Picture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly metresPerPixel: number;
}

/** Room for the picture on an A4 sheet across, beside its legend: millimetres. */
const ROOM = { width: 198, height: 142 } as const;
/** A scale bar about a fifth of the picture. */
const BAR_SHARE = 5;

const LEGEND_TITLES = {
  type: 'map.byType',
  size: 'map.mineSize',
  state: 'map.byState',
  grade: 'map.byGrade',
  risk: 'map.byRisk',
  warning: 'map.byWarning',
  town: 'map.town',
} as const satisfies Record<(typeof MINE_FILTERS)[number], TextKey>;
const LEGEND_NAMES = {
  type: 'mineType',
  size: 'mineSize',
  state: 'mineState',
  grade: 'mineGrade',
  risk: 'riskLevel',
  warning: 'warningLevel',
} as const;

/** A sheet for printing or saving as PDF: picture, legends, scale, north, day, filter and what the data are. */
export const PrintMap = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { catalog } = useOpenCounty();
  const day = useView((state) => state.day);
  const filter = useView((state) => state.mineFilter);
  const hazardFlags = useView((state) => state.hazardFlags);
  const siteMarks = useView((state) => state.siteMarks);
  const markName = useMarkName();
  const pose = useView((state) => state.mapPose);
  const view = useMap((map) => map.view);
  const outside = useOutside();
  const [picture, setPicture] = useState<Picture | null>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    let ended = false;
    view?.takePicture().then(
      (taken) => {
        if (!ended) setPicture(taken);
      },
      (error: Error) => {
        setMap({ failure: { kind: 'picture', detail: error.message } });
        done.current();
      },
    );
    return () => {
      ended = true;
    };
  }, [view]);
  useEffect(() => {
    const onAfter = () => done.current();
    window.addEventListener('afterprint', onAfter);
    return () => window.removeEventListener('afterprint', onAfter);
  }, []);
  if (!picture) return null;

  const choiceName = (key: (typeof MINE_FILTERS)[number], value: string): string => {
    if (value === 'unknown') return `${t(LEGEND_TITLES[key])} ${t('app.unknown')}`;
    if (key === 'town') return catalog.towns.find(({ id }) => id === value)?.name[language] ?? value;
    const name: string = t(`${LEGEND_NAMES[key]}.${value}` as 'mineGrade.A');
    return name;
  };
  const tilted = (pose?.pitch ?? 0) > 1;
  const pictureMm = Math.min(ROOM.width, (ROOM.height * picture.width) / picture.height);
  const millimetresPerMetre = pictureMm / (picture.width * picture.metresPerPixel);
  const scale = Math.round(1000 / millimetresPerMetre / 100) * 100;
  const bar = niceStep((picture.width * picture.metresPerPixel) / BAR_SHARE);
  const chosen = [
    ...MINE_FILTERS.flatMap((key) => (filter[key] ?? []).map((value) => choiceName(key, value))),
    ...hazardFlags.map((flag) => t(`hazardFlag.${flag}`)),
    ...siteMarks.map(markName),
  ];
  return createPortal(
    <article className="hy-print hy-print-map">
      <header>
        <h1>{t('map.printTitle', { county: catalog.name[language] })}</h1>
        <p>
          {t('map.printDay', { day: day ?? countyDay(Date.now()) })} ·{' '}
          {t('map.printRevision', { revision: catalog.revision.slice(0, 12) })}
        </p>
        {catalog.provenance === 'synthetic' && <p className="hy-print-synthetic">{t('map.synthetic')}</p>}
      </header>
      <div className="hy-print-body">
        <figure>
          <img
            src={picture.url}
            alt={t('map.canvas')}
            style={{ width: `${pictureMm}mm` }}
            onLoad={() => window.print()}
          />
          <figcaption>
            <svg viewBox="0 0 20 30" className="hy-print-north" aria-hidden="true">
              <g transform={`rotate(${-(pose?.bearing ?? 0)} 10 15)`}>
                <path d="M10 2L15 22L10 18L5 22Z" />
                <text x="10" y="29" textAnchor="middle" fontSize="7">
                  N
                </text>
              </g>
            </svg>
            {tilted ? (
              <span>{t('map.printTilted')}</span>
            ) : (
              <span>
                <span className="hy-print-bar" style={{ width: `${bar * millimetresPerMetre}mm` }} />
                {bar >= 1000 ? `${bar / 1000} km` : `${bar} m`} · 1 : {scale.toLocaleString('en-US')}
              </span>
            )}
            <span>{catalog.survey.crsName} · WGS 84 (Web Mercator)</span>
          </figcaption>
        </figure>
        <div className="hy-print-legends">
          <LegendTheme value="light">
            <MineLegends counted={null} />
            <LayerSwitches isPrinted />
          </LegendTheme>
        </div>
      </div>
      <footer>
        <AskedOutsideLine where="print" state={outside} />
        {chosen.length > 0 && <p>{t('map.printFilter', { chosen: chosen.join(t('map.comma')) })}</p>}
        {catalog.attribution && <p>{textIn(catalog.attribution, language)}</p>}
      </footer>
    </article>,
    document.body,
  );
};
