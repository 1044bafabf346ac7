import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { PlacedHazard } from '../../../../domain/contracts/ledger-list.ts';
import {
  MAJOR_SOURCES,
  type MajorHazard,
  type MajorView,
} from '../../../../domain/contracts/major-hazard.ts';
import { useLanguage, useTheme } from '../../../shell/preferences.ts';
import { setView, useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { rgbOf, strokesOverlay } from '../scene-strokes.ts';
import type { HazardSite } from './drawn-hazards.ts';
import { hazardStrokes } from './hazard-look.ts';
import { type MajorMarks, majorMarks, majorsOfTheirOwn, placeOfMajor } from './major-marks.ts';
import { useBodyPlaces } from './use-body-places.ts';

const OVERLAY = 'major-hazards';
const WIDTH = 4;
/** Neither a colour of how well a hidden hazard is known, nor one of warnings. */
const COLOURS = { light: '#101418', dark: '#ffffff' } as const;

interface Props {
  readonly view: MajorView;
  readonly hidden: readonly PlacedHazard[];
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
  readonly site: HazardSite;
}

const open = ({ mine, id }: MajorHazard): void =>
  setView({ ledgerPage: 'major', openHazard: { mine, hazard: id } });

/**
 * Major hazards that are about no hidden one: a diamond with the letter of who found it, at its place, which opens its card by mouse
 * and by key; and a list of those that have no place.
 */
export const MajorSigns = ({ view, hidden, catalog, bundleUrl, site }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const scene = useSession((session) => session.view);
  const opened = useView((state) => state.openHazard);
  // Where they are on the screen changes with both.
  useView((state) => state.pose);
  useView((state) => state.exaggeration);
  const hazards = useMemo(() => majorsOfTheirOwn(view, hidden), [view, hidden]);
  const bodies = useBodyPlaces(
    catalog,
    bundleUrl,
    hazards.some((one) => placeOfMajor(one, hidden)?.kind === 'feature'),
  );
  const { marks, placeless } = useMemo(
    () => majorMarks(hazards, hidden, bodies, site),
    [hazards, hidden, bodies, site],
  );
  useEffect(() => {
    const strokes = marks.flatMap(({ drawn, hazard }) =>
      drawn
        ? hazardStrokes(drawn, hazard.state === 'reported' ? 'inferred' : 'proven', rgbOf(COLOURS[theme]))
        : [],
    );
    scene?.live.setOverlay(OVERLAY, strokesOverlay(strokes, WIDTH, true));
    return () => scene?.live.setOverlay(OVERLAY, null);
  }, [scene, marks, theme]);
  return (
    <div className="hy-major-marks">
      {scene &&
        marks.map(({ hazard, at, drawn }) => {
          const place = scene.slice.screenOf(at);
          const name = [
            t('majorScene.major'),
            hazard.title,
            MAJOR_SOURCES[hazard.source][language],
            t(`majorState.${hazard.state}`),
            ...(drawn ? [t('hazardDepth.unknown')] : []),
          ].join(' · ');
          return (
            <button
              key={hazard.id}
              type="button"
              className="hy-major-mark"
              hidden={!place}
              data-major-sign={hazard.id}
              data-state={hazard.state}
              aria-current={opened?.hazard === hazard.id && opened.mine === hazard.mine ? 'true' : undefined}
              style={place ? { transform: `translate(${place.x}px, ${place.y}px)` } : {}}
              title={name}
              aria-label={name}
              onClick={() => open(hazard)}
            >
              <span>{t(`majorScene.letter.${hazard.source}`)}</span>
              {drawn && (
                <span className="hy-hazard-depth" aria-hidden="true">
                  {t('hazardDepth.short')}
                </span>
              )}
            </button>
          );
        })}
      {placeless.length > 0 && <PlacelessList placeless={placeless} />}
    </div>
  );
};

const PlacelessList = ({ placeless }: Pick<MajorMarks, 'placeless'>) => {
  const { t } = useTranslation();
  return (
    <details className="hy-major-placeless" data-majors-placeless={placeless.length}>
      <summary>
        <span aria-hidden="true">◇?</span> {t('majorScene.placeless', { n: placeless.length })}
      </summary>
      <ul>
        {placeless.map(({ hazard, why }) => (
          <li key={hazard.id}>
            <button
              type="button"
              className="hy-jump"
              data-placeless-major={hazard.id}
              onClick={() => open(hazard)}
            >
              {hazard.title}
            </button>
            <span className="hy-quiet"> {t(`majorScene.${why}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};
