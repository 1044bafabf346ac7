import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { HazardPlace } from '../../../../domain/contracts/hazard.ts';
import type { PlacedHazard } from '../../../../domain/contracts/ledger-list.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { CORROBORATION_LOOKS } from '../../../ledger/corroboration-look.ts';
import { useEdit } from '../../../ledger/edit/edit-store.ts';
import { openHiddenHazard } from '../../../ledger/open-hidden-hazard.ts';
import { useTheme } from '../../../shell/preferences.ts';
import { useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { useDrawnSize } from '../../use-drawn-size.ts';
import { rgbOf, strokesOverlay } from '../scene-strokes.ts';
import { type DrawnHazard, drawnHazard, type GroundAt, hazardStrokes } from './drawn-hazards.ts';

const OVERLAY = 'hazards';
const DRAFT_OVERLAY = 'hazard-draft';
/** Of no hazard: what one draws is not in the ledger yet. */
const DRAFT_COLOURS = { light: '#101418', dark: '#ffffff' } as const;
const WIDTH = 4;
/** More signs than this are no longer told apart; their lines are all drawn. */
const MOST_SIGNS = 150;

/** Whether there is anything to draw yet: while one types, numbers are missing. */
const isDrawable = (place: HazardPlace): boolean => {
  const positions =
    place.kind === 'point'
      ? [place.at]
      : place.kind === 'line'
        ? place.line
        : place.kind === 'polygon'
          ? place.rings.flat()
          : [];
  return positions.length > 0 && positions.every((at) => at.every(Number.isFinite));
};

interface Props {
  readonly hazards: readonly PlacedHazard[];
  readonly catalog: Catalog;
  readonly ground: GroundAt;
}

interface Drawn {
  readonly hazard: PlacedHazard;
  readonly drawn: DrawnHazard;
}

/** Hazards that were drawn on a map: their lines on the ground, and signs that open their cards, by mouse and by key. */
export const HazardPlaces = ({ hazards, catalog, ground }: Props) => {
  const { t } = useTranslation();
  const theme = useTheme();
  const view = useSession((session) => session.view);
  const open = useView((state) => state.openHazard);
  // Where they are on the screen changes with both.
  useView((state) => state.pose);
  useView((state) => state.exaggeration);
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  const all = useMemo(
    () =>
      hazards.flatMap((hazard): Drawn[] => {
        if (hazard.state === 'closed') return [];
        const drawn = drawnHazard(hazard.place, frame, ground, catalog.extent.max[2]);
        return drawn ? [{ hazard, drawn }] : [];
      }),
    [hazards, frame, ground, catalog],
  );
  // What is being drawn is seen as it is drawn.
  const draft = useEdit(({ edit }) => edit?.draft.place ?? null);
  useEffect(() => {
    const drawn =
      draft && isDrawable(draft) ? drawnHazard(draft, frame, ground, catalog.extent.max[2]) : null;
    const strokes = drawn ? hazardStrokes(drawn, 'proven', rgbOf(DRAFT_COLOURS[theme])) : [];
    view?.live.setOverlay(DRAFT_OVERLAY, strokesOverlay(strokes, WIDTH + 1));
    return () => view?.live.setOverlay(DRAFT_OVERLAY, null);
  }, [view, draft, frame, ground, catalog, theme]);
  useEffect(() => {
    const strokes = all.flatMap(({ hazard: { corroboration }, drawn }) =>
      hazardStrokes(drawn, corroboration, rgbOf(CORROBORATION_LOOKS[corroboration].colour[theme])),
    );
    view?.live.setOverlay(OVERLAY, strokesOverlay(strokes, WIDTH));
    return () => view?.live.setOverlay(OVERLAY, null);
  }, [view, all, theme]);
  const holder = useRef<HTMLDivElement>(null);
  useDrawnSize(holder);
  return (
    <div className="hy-hazard-signs" ref={holder}>
      {view &&
        all.slice(0, MOST_SIGNS).map(({ hazard, drawn }) => {
          const place = view.slice.screenOf(drawn.at);
          const { colour, sign } = CORROBORATION_LOOKS[hazard.corroboration];
          const name = `${hazard.title} · ${t(`corroboration.${hazard.corroboration}`)}`;
          return (
            <button
              key={hazard.id}
              type="button"
              hidden={!place}
              data-hazard-sign={hazard.id}
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
            </button>
          );
        })}
    </div>
  );
};
