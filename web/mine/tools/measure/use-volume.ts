import { useEffect, useRef } from 'react';
import { isWhole, type Measurement } from '../../../../domain/measure/measurement.ts';
import { crossesItself } from '../../../../domain/measure/outline.ts';
import { setMeasure } from './measure-store.ts';
import type { MeasureSubject } from './measure-subject.ts';
import type { VolumeOrder, VolumeReply } from './volume-worker.ts';

/** A hand that types a number is not answered after every digit. */
const PAUSE_MS = 120;

/** Keeps the volume of the measurement in the store, reckoned by a worker that lives as long as its mine. */
export const useVolume = (measure: Measurement, subject: MeasureSubject | null): void => {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const wanted = measure.kind === 'volume' || measure.kind === 'block';
  useEffect(() => {
    if (!subject || !wanted) return;
    const started = new Worker(new URL('./volume-worker.ts', import.meta.url), { type: 'module' });
    const { model, ground, bodies } = subject;
    started.postMessage({ subject: { model, ground, bodies } } satisfies VolumeOrder);
    started.onmessage = ({ data }: MessageEvent<VolumeReply>) => {
      if (data.id !== asked.current) return;
      setMeasure({
        volume:
          'answer' in data
            ? { status: 'ready', answer: data.answer }
            : { status: 'failed', detail: data.detail },
      });
    };
    started.onerror = (event) => setMeasure({ volume: { status: 'failed', detail: event.message } });
    worker.current = started;
    return () => {
      started.terminate();
      worker.current = null;
    };
  }, [subject, wanted]);
  useEffect(() => {
    asked.current++;
    if (measure.kind !== 'volume' && measure.kind !== 'block') {
      setMeasure({ volume: { status: 'none' } });
      return;
    }
    if (!subject || !isWhole(measure) || crossesItself(measure.points)) {
      setMeasure({ volume: { status: 'none' } });
      return;
    }
    setMeasure({ volume: { status: 'computing' } });
    const id = asked.current;
    const timer = setTimeout(
      () => worker.current?.postMessage({ id, question: measure } satisfies VolumeOrder),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [measure, subject]);
};
