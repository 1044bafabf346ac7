import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedHazard } from '../../../../domain/contracts/ledger-list.ts';
import { CORROBORATION_LOOKS, CORROBORATIONS } from '../../../ledger/corroboration-look.ts';
import { openHiddenHazard } from '../../../ledger/open-hidden-hazard.ts';
import { useTheme } from '../../../shell/preferences.ts';
import { useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { useDrawnSize } from '../../use-drawn-size.ts';
import { rgbOf, strokesOverlay } from '../scene-strokes.ts';
import { type DrawnHazard, drawnHazard, type HazardSite } from './drawn-hazards.ts';
import { hazardFaces, hazardStrokes } from './hazard-look.ts';
import { useDraftPlace } from './use-draft-place.ts';

const OVERLAY = 'hazards';
const WIDTH = 4;
/** More signs than this are no longer told apart; their lines are all drawn. */
const MOST_SIGNS = 150;

interface Props {
  readonly hazards: readonly PlacedHazard[];
  readonly site: HazardSite;
  /** Other signs over the same picture. */
  readonly children?: ReactNode;
}

interface Drawn {
  readonly hazard: PlacedHazard;
  readonly drawn: DrawnHazard;
}

/**
 * Hazards that were drawn on a map: between their heights in the rock, or on the ground where nobody knows them; in the pattern that
 * says how well they are known; and signs that open their cards, by mouse and by key.
 */
export const HazardPlaces = ({ hazards, site, children }: Props) => {
  const { t } = useTranslation();
  const theme = useTheme();
  const view = useSession((session) => session.view);
  const open = useView((state) => state.openHazard);
  // Where they are on the screen changes with both.
  useView((state) => state.pose);
  useView((state) => state.exaggeration);
  const all = useMemo(
    () =>
      hazards.flatMap((hazard): Drawn[] => {
        if (hazard.state === 'closed' && !hazard.inDoubt) return [];
        const drawn = drawnHazard(hazard, site);
        return drawn ? [{ hazard, drawn }] : [];
      }),
    [hazards, site],
  );
  useDraftPlace(site);
  useEffect(() => {
    const strokes = all.flatMap(({ hazard: { corroboration }, drawn }) =>
      hazardStrokes(drawn, corroboration, rgbOf(CORROBORATION_LOOKS[corroboration].colour[theme])),
    );
    view?.live.setOverlay(OVERLAY, strokesOverlay(strokes, WIDTH, true));
    for (const status of CORROBORATIONS) {
      const alike = all.flatMap(({ hazard, drawn }) => (hazard.corroboration === status ? [drawn] : []));
      const colour = rgbOf(CORROBORATION_LOOKS[status].colour[theme]);
      view?.live.setOverlay(`${OVERLAY}-${status}`, hazardFaces(alike, status, colour));
    }
    return () => {
      view?.live.setOverlay(OVERLAY, null);
      for (const status of CORROBORATIONS) view?.live.setOverlay(`${OVERLAY}-${status}`, null);
    };
  }, [view, all, theme]);
  const holder = useRef<HTMLDivElement>(null);
  useDrawnSize(holder);
  return (
    <div className="hy-hazard-signs" ref={holder}>
      {view &&
        all.slice(0, MOST_SIGNS).map(({ hazard, drawn }) => {
          const place = view.slice.screenOf(drawn.at);
          const { colour, sign } = CORROBORATION_LOOKS[hazard.corroboration];
          const isDeep = drawn.depth === 'known';
          const name = [
            hazard.title,
            t(`corroboration.${hazard.corroboration}`),
            ...(isDeep ? [] : [t(`hazardDepth.${drawn.depth}`)]),
          ].join(' · ');
          return (
            <button
              key={hazard.id}
              type="button"
              hidden={!place}
              data-hazard-sign={hazard.id}
              data-depth={drawn.depth}
              aria-current={open?.hazard === hazard.id && open.mine === hazard.mine ? 'true' : undefined}
              style={{
                borderColor: colour[theme],
                ...(place ? { transform: `translate(${place.x}px, ${place.y}px)` } : {}),
              }}
              title={name}
              aria-label={name}
              onClick={() => openHiddenHazard({ mine: hazard.mine, hazard: hazard.id })}
            >
              {sign}
              {!isDeep && (
                <span className="hy-hazard-depth" aria-hidden="true">
                  {t('hazardDepth.short')}
                </span>
              )}
            </button>
          );
        })}
      {children}
    </div>
  );
};
