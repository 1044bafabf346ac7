import { type RefObject, useEffect } from 'react';
import { depthNear, pointAtDepth } from '../../domain/boreholes/borehole-log.ts';
import { type Drawing, modelToPaper, paperToModel } from '../../domain/drawing/drawing.ts';
import { metres } from '../../domain/units/quantities.ts';
import { logById, logId, logOfFeature } from '../boreholes/log-id.ts';
import { type HoleCursor, setHoleCursor, useHoleCursor } from '../shell/hole-cursor.ts';
import { eastingOffset } from './contents/drawing-content.ts';
import type { MadeDrawing } from './made-drawing.ts';
import type { SectionMine } from './section-data.ts';

const MARK = 'hy-hole-cursor';
/** Millimetres on paper. */
const RADIUS = 2.6;
const ARM = 5;

/**
 * Marks on the sheet the place of a hole that is pointed at in a log, and tells the logs which depth of a hole is pointed at here. It is no
 * part of the drawing: nothing of it is printed.
 */
export const useHoleLink = (
  holder: RefObject<HTMLElement | null>,
  mine: SectionMine,
  { drawing, place, toSurvey }: Pick<MadeDrawing, 'drawing' | 'place' | 'toSurvey'>,
): void => {
  useEffect(() => {
    const paper = holder.current!;
    const draw = (cursor: HoleCursor | null): void => {
      paper.querySelector(`#${MARK}`)?.remove();
      const path = cursor && logById(mine.logs, cursor.hole)?.path;
      if (!cursor || !path || !place) return;
      const [east, north, up] = pointAtDepth(path, cursor.depth);
      const at = place(east, north, up);
      if (at)
        paper.querySelector('svg')?.append(markAt(drawing, modelToPaper(drawing.view, at), cursor.hole));
    };
    draw(useHoleCursor.getState().cursor);
    return useHoleCursor.subscribe(({ cursor }) => draw(cursor));
  }, [holder, mine, drawing, place]);
  useEffect(() => {
    const paper = holder.current!;
    const onMove = (event: PointerEvent): void => {
      const hit = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-feature]');
      const svg = paper.querySelector('svg');
      const matrix = svg?.getScreenCTM();
      if (!hit || !svg || !matrix || !toSurvey) return;
      const log = logOfFeature(mine.logs, {
        layerId: hit.getAttribute('data-layer')!,
        featureId: hit.getAttribute('data-feature')!,
      });
      if (!log?.path) return;
      const on = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      const [easting, northing, height] = toSurvey(
        paperToModel(drawing.view, [on.x, drawing.sheet.height - on.y]),
      );
      const enu = mine.frame.surveyToEnu({
        easting: metres(easting - eastingOffset(mine.catalog)),
        northing: metres(northing),
        height: metres(height),
      });
      setHoleCursor({ hole: logId(log), depth: depthNear(log.path, enu).depth, from: 'section' });
    };
    paper.addEventListener('pointermove', onMove);
    return () => paper.removeEventListener('pointermove', onMove);
  }, [holder, mine, drawing, toSurvey]);
};

const markAt = ({ sheet }: Drawing, [x, y]: readonly [number, number], hole: string): SVGGElement => {
  const make = <K extends keyof SVGElementTagNameMap>(
    name: K,
    attributes: Record<string, string | number>,
  ) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const down = sheet.height - y;
  const group = make('g', { id: MARK, 'data-cursor': hole, fill: 'none' });
  const cross = `M${x - ARM} ${down}h${2 * ARM}M${x} ${down - ARM}v${2 * ARM}`;
  // Dark under bright: seen on every rock.
  for (const [stroke, width] of [
    ['#1a1a1a', 1.1],
    ['#ffd640', 0.6],
  ] as const) {
    group.append(make('circle', { cx: x, cy: down, r: RADIUS, stroke, 'stroke-width': width }));
    group.append(make('path', { d: cross, stroke, 'stroke-width': width }));
  }
  return group;
};
