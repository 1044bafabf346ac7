import { useEffect } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { Measurement } from '../../../../domain/measure/measurement.ts';
import { isWhole } from '../../../../domain/measure/measurement.ts';
import { useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { isFixed } from './change-measure.ts';
import './measure.css';
import { MeasureMarks } from './measure-marks.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { NEW_MEASURE, setMeasure, useMeasure } from './measure-store.ts';
import { openMeasureSubject } from './measure-subject.ts';
import { useDrawnMeasure } from './use-drawn-measure.ts';
import { useTaking } from './use-taking.ts';
import { useVolume } from './use-volume.ts';

interface Props {
  readonly measure: Measurement;
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** Everything of measuring that lies over the picture, while the tool is open. */
export default function MeasureScene({ measure, catalog, bundleUrl }: Props) {
  const view = useSession((session) => session.view);
  const subject = useMeasure((state) => (state.subject.status === 'open' ? state.subject.subject : null));
  useEffect(() => {
    // A whole outline from a link is shown as it was sent; a click must not add to it.
    const { measure: before } = useView.getState();
    setMeasure({ ...NEW_MEASURE, taking: !(before && isWhole(before) && !isFixed(before.kind)) });
  }, []);
  useEffect(() => openMeasureSubject(catalog, bundleUrl), [catalog, bundleUrl]);
  useTaking(catalog);
  useDrawnMeasure(measure);
  useVolume(measure, subject);
  return (
    <>
      {view && <MeasureMarks view={view} measure={measure} catalog={catalog} />}
      <MeasurePanel measure={measure} catalog={catalog} />
    </>
  );
}
