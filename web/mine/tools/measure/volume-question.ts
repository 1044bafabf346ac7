import { areaInPlan } from '../../../../domain/geometry/plan-polygon.ts';
import { blockContent } from '../../../../domain/measure/block-content.ts';
import { surfaceLine } from '../../../../domain/measure/crossings.ts';
import type { BlockMeasure, VolumeMeasure } from '../../../../domain/measure/measurement.ts';
import { cellsFor, volumeBetween } from '../../../../domain/measure/volume-between.ts';
import type { VolumeAnswer } from './measure-store.ts';
import type { MeasureSubject } from './measure-subject.ts';

export type VolumeQuestion = VolumeMeasure | BlockMeasure;
/** What of the mine a volume is reckoned from. */
export type VolumeSubject = Pick<MeasureSubject, 'model' | 'ground' | 'bodies'>;

/** Where no grid says how fine heights are, metres: a level is the same everywhere. */
const USUAL_CELL = 20;

/**
 * @throws RangeError where a surface is asked for that the mine does not have
 */
export const answerVolume = (question: VolumeQuestion, subject: VolumeSubject): VolumeAnswer => {
  const ring = question.points.map(([e, n]) => [e, n] as const);
  if (question.kind === 'block') {
    const { low, high } = question;
    return { kind: 'block', content: blockContent({ ring, low, high }, subject) };
  }
  const { model, ground } = subject;
  const { top, base } = question;
  const usesGround = [top, base].some(({ kind }) => kind === 'ground') && ground !== null;
  const usesModel = [top, base].some(({ kind }) => kind === 'base') || (!usesGround && model !== null);
  const grids = [usesGround ? ground.grid : null, usesModel && model ? model.grid : null].filter(
    (grid) => grid !== null,
  );
  // The finer one: in its cells the other is bilinear too, but where its lines pass through them.
  const finest = grids.sort((a, b) => a.cell - b.cell)[0];
  const cells = finest ?? { east: ring[0]![0], north: ring[0]![1], cell: USUAL_CELL };
  return {
    kind: 'volume',
    volume: volumeBetween(
      ring,
      surfaceLine(top, model, ground),
      surfaceLine(base, model, ground),
      cellsFor(cells, areaInPlan([ring])),
    ),
  };
};
