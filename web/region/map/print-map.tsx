import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { countyDay } from '../../../domain/county/county-day.ts';
import { niceStep } from '../../../domain/drawing/nice-step.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { MINE_FILTERS } from '../../shell/region-choice.ts';
import { useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { LayerSwitches } from './layer-switches.tsx';
import { MineLegends } from './map-legend.tsx';
import { useMap } from './map-store.ts';
import './print-map.css';

interface Picture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly metresPerPixel: number;
}

/** Width of the picture on an A4 sheet across, beside its legend: millimetres. */
const PICTURE_MM = 210;
/** A scale bar about a fifth of the picture. */
const BAR_SHARE = 5;

/** A sheet for printing or saving as PDF: picture, legends, scale, north, day, filter and what the data are. */
export const PrintMap = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { catalog } = useOpenCounty();
  const day = useView((state) => state.day);
  const filter = useView((state) => state.mineFilter);
  const pose = useView((state) => state.mapPose);
  const view = useMap((map) => map.view);
  const [picture, setPicture] = useState<Picture | null>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    let ended = false;
    view?.takePicture().then(
      (taken) => {
        if (!ended) setPicture(taken);
      },
      () => done.current(),
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

  const tilted = (pose?.pitch ?? 0) > 1;
  const millimetresPerMetre = PICTURE_MM / (picture.width * picture.metresPerPixel);
  const scale = Math.round(1000 / millimetresPerMetre / 100) * 100;
  const bar = niceStep((picture.width * picture.metresPerPixel) / BAR_SHARE);
  const chosen = MINE_FILTERS.flatMap((key) => filter[key] ?? []);
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
          <img src={picture.url} alt={t('map.canvas')} onLoad={() => window.print()} />
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
          <MineLegends counted={null} />
          <LayerSwitches />
        </div>
      </div>
      <footer>
        {chosen.length > 0 && <p>{t('map.printFilter', { chosen: chosen.join(', ') })}</p>}
        {catalog.attribution && <p>{catalog.attribution}</p>}
      </footer>
    </article>,
    document.body,
  );
};
