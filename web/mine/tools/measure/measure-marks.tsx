import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { enu } from '../../../../domain/frame/coordinates.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { surveyDistance } from '../../../../domain/measure/distance.ts';
import type { Measurement } from '../../../../domain/measure/measurement.ts';
import type { MineView } from '../../../engines/mine-view.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { setView, useView } from '../../../shell/view-store.ts';
import { surveyReadout } from '../../status/survey-readout.ts';
import { useDrawnSize } from '../../use-drawn-size.ts';
import { withoutPoint, withPointMoved } from './change-measure.ts';
import { unitWriter } from './measure-rows.ts';
import { useMeasure } from './measure-store.ts';
import type { MeasureSubject } from './measure-subject.ts';
import type { Snap } from './snap-aim.ts';
import { snapName } from './snap-name.ts';

/** East, north and up by a metre. */
const STEPS: Readonly<Record<string, Vec3>> = {
  ArrowRight: [1, 0, 0],
  ArrowLeft: [-1, 0, 0],
  ArrowUp: [0, 1, 0],
  ArrowDown: [0, -1, 0],
  PageUp: [0, 0, 1],
  PageDown: [0, 0, -1],
};
const FINE = 0.1;
/** More lengths than this beside their lines are no longer read. */
const MOST_LENGTHS = 12;

interface Props {
  readonly view: MineView;
  readonly measure: Measurement;
  readonly catalog: Catalog;
}

/** Points, lengths and the point the pointer would take, over the picture; points are buttons, so that keys reach them. */
export const MeasureMarks = ({ view, measure, catalog }: Props) => {
  const { t } = useTranslation();
  // Where they are on the screen changes with both.
  useView((state) => state.pose);
  useView((state) => state.exaggeration);
  const snap = useMeasure((state) => (state.taking ? state.snap : null));
  const subject = useMeasure((state) => (state.subject.status === 'open' ? state.subject.subject : null));
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  const holder = useRef<HTMLDivElement>(null);
  useDrawnSize(holder);
  const press = (event: KeyboardEvent, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const point = measure.points[index]!;
    const step = STEPS[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace')
      setView({ measure: withoutPoint(measure, index) });
    else if (step) {
      const by = event.shiftKey ? FINE : 1;
      const to: Vec3 = [point[0] + step[0] * by, point[1] + step[1] * by, point[2] + step[2] * by];
      setView({ measure: withPointMoved(measure, index, to) });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { length } = unitWriter(catalog.survey, t);
  // Points are numbered: two may lie in one place.
  const numbered = measure.points.map((point, i) => ({ n: i + 1, point }));
  const legs =
    measure.kind === 'distance' || measure.kind === 'path' ? numbered.slice(1, 1 + MOST_LENGTHS) : [];
  return (
    <div className="hy-measure-marks" ref={holder}>
      {legs.map(({ n, point: to }) => {
        const from = measure.points[n - 2]!;
        const place = view.slice.screenOf([0, 1, 2].map((k) => (from[k]! + to[k]!) / 2) as unknown as Vec3);
        if (!place) return null;
        const { slope } = surveyDistance(frame.enuToSurvey(enu(...from)), frame.enuToSurvey(enu(...to)));
        const text = length(slope, 2);
        return (
          <span
            key={`leg-${n}`}
            className="hy-measure-length"
            style={{ transform: `translate(${place.x}px, ${place.y}px) translate(-50%, -50%)` }}
            aria-hidden="true"
          >
            {text.value} {text.unit}
          </span>
        );
      })}
      {numbered.map(({ n, point }) => {
        const place = view.slice.screenOf(point);
        const name = t('measure.pointName', { n });
        return (
          <button
            key={n}
            type="button"
            data-measure-point={n}
            hidden={!place}
            style={place ? { transform: `translate(${place.x}px, ${place.y}px)` } : undefined}
            title={name}
            aria-label={name}
            onKeyDown={(event) => press(event, n - 1)}
          >
            {n}
          </button>
        );
      })}
      {snap && subject && <SnapMark view={view} snap={snap} subject={subject} catalog={catalog} />}
    </div>
  );
};

interface SnapProps extends Pick<Props, 'view' | 'catalog'> {
  readonly snap: Snap;
  readonly subject: MeasureSubject;
}

const SnapMark = ({ view, snap, subject, catalog }: SnapProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  const place = view.slice.screenOf(snap.at);
  if (!place) return null;
  return (
    <>
      <span
        className="hy-measure-snap"
        data-hold={snap.hold}
        data-owner={snap.owner.kind}
        style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
        aria-hidden="true"
      />
      <span className="hy-hover hy-measure-label" style={{ left: place.x, top: place.y }} aria-hidden="true">
        <strong>{snapName(snap, subject, language, t)}</strong>
        <span className="hy-measure-place">
          {surveyReadout(frame.enuToSurvey(enu(...snap.at)), catalog.survey).map(({ letter, text }) => (
            <span key={letter}>
              {letter} {text}
            </span>
          ))}
        </span>
      </span>
    </>
  );
};
