import { CompressOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShapeRef } from '../../domain/drawing/drawing.ts';
import { drawingToSvg, layersToSvg } from '../../domain/drawing/svg.ts';
import { type LiveState, useLive } from '../live/live-store.ts';
import type { MadeDrawing } from './made-drawing.ts';
import type { SectionMine } from './section-data.ts';
import { useHoleLink } from './use-hole-link.ts';

interface SheetViewProps {
  readonly mine: SectionMine;
  readonly made: MadeDrawing;
  readonly selected: ShapeRef | null;
  readonly onSelect: (ref: ShapeRef | null) => void;
}

interface Look {
  /** Middle of what is seen, millimetres from the sheet's upper left, and how many millimetres wide. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const WHOLE = 1.04;
const STEP = 1.25;
const STILL = 4;

const OVER = 'hy-people';

/** Puts groups over the drawing's own, in place of those put there before. */
const putOver = (paper: HTMLElement, groups: string): void => {
  const svg = paper.querySelector('svg');
  svg?.querySelector(`#${OVER}`)?.remove();
  if (!svg || groups === '') return;
  const text = `<svg xmlns="http://www.w3.org/2000/svg"><g id="${OVER}">${groups}</g></svg>`;
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  svg.append(document.importNode(parsed.firstElementChild!, true));
};

/** The finished sheet as it will be printed: the same drawing that is exported, to be zoomed into and pointed at. */
export const SheetView = ({ mine, made, selected, onSelect }: SheetViewProps) => {
  const { drawing, peopleLayers: people } = made;
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  const { width: sheetWidth, height: sheetHeight } = drawing.sheet;
  const whole = (): Look => {
    const box = holder.current?.getBoundingClientRect();
    const aspect = box && box.height > 0 ? box.width / box.height : 1.6;
    return {
      x: sheetWidth / 2,
      y: sheetHeight / 2,
      width: Math.max(sheetWidth, sheetHeight * aspect) * WHOLE,
    };
  };
  // Another sheet is looked at as a whole; the same one redrawn keeps its zoom.
  const sheetKey = `${sheetWidth} ${sheetHeight}`;
  const [zoomed, setZoomed] = useState<{ readonly sheet: string; readonly look: Look } | null>(null);
  const look = zoomed?.sheet === sheetKey ? zoomed.look : null;
  const setLook = (next: Look | null): void => setZoomed(next && { sheet: sheetKey, look: next });
  const press = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const text = useMemo(() => drawingToSvg(drawing), [drawing]);
  const inserted = useRef('');

  useEffect(() => {
    const paper = holder.current!;
    // One moves about in it like in a map: it takes keys.
    paper.tabIndex = 0;
    if (inserted.current !== text) {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      paper.replaceChildren(document.importNode(parsed, true));
      inserted.current = text;
    }
    for (const shape of paper.querySelectorAll('[data-feature]'))
      shape.classList.toggle(
        'hy-chosen',
        selected !== null &&
          shape.getAttribute('data-layer') === selected.layerId &&
          shape.getAttribute('data-feature') === selected.featureId,
      );
  }, [selected, text]);
  useEffect(() => {
    const draw = (live: LiveState): void => {
      // What is live may change between the sheet's going and the end of listening.
      if (holder.current) putOver(holder.current, people ? layersToSvg(drawing, people(live)) : '');
    };
    draw(useLive.getState());
    return people ? useLive.subscribe(draw) : undefined;
  }, [drawing, people]);
  useHoleLink(holder, mine, made);
  const fit = useRef(() => {});
  fit.current = (): void => {
    const svg = holder.current?.querySelector('svg');
    const box = holder.current?.getBoundingClientRect();
    if (!svg || !box || box.width === 0 || box.height === 0) return;
    const { x, y, width } = look ?? whole();
    const height = (width * box.height) / box.width;
    svg.setAttribute('width', '100%');
    svg.setAttribute('height', '100%');
    svg.setAttribute('viewBox', `${x - width / 2} ${y - height / 2} ${width} ${height}`);
  };
  useEffect(() => fit.current());
  // The room it is given may come after the drawing, and changes with the window.
  useEffect(() => {
    const watch = new ResizeObserver(() => fit.current());
    watch.observe(holder.current!);
    return () => watch.disconnect();
  }, []);

  const zoom = (factor: number, clientX?: number, clientY?: number): void => {
    const box = holder.current!.getBoundingClientRect();
    const now = look ?? whole();
    const width = Math.max(10, Math.min(sheetWidth * 4, now.width * factor));
    const fx = clientX === undefined ? 0 : (clientX - box.left) / box.width - 0.5;
    const fy =
      clientY === undefined ? 0 : ((clientY - box.top) / box.height - 0.5) * (box.height / box.width);
    setLook({ x: now.x + fx * (now.width - width), y: now.y + fy * (now.width - width), width });
  };
  const pan = (dx: number, dy: number): void => {
    const now = look ?? whole();
    const scale = now.width / holder.current!.getBoundingClientRect().width;
    setLook({ ...now, x: now.x - dx * scale, y: now.y - dy * scale });
  };
  const onMove = (event: PointerEvent): void => {
    const from = press.current;
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < STILL) return;
    pan(dx, dy);
    press.current = { x: event.clientX, y: event.clientY, moved: true };
  };
  const onUp = (event: PointerEvent): void => {
    if (press.current && !press.current.moved) {
      const hit = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-feature]');
      onSelect(
        hit
          ? { layerId: hit.getAttribute('data-layer')!, featureId: hit.getAttribute('data-feature')! }
          : null,
      );
    }
    press.current = null;
  };
  const onKey = (event: KeyboardEvent): void => {
    const way = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[
      event.key
    ];
    if (way) pan(way[0]!, way[1]!);
    else if (event.key === '+' || event.key === '=') zoom(1 / STEP);
    else if (event.key === '-') zoom(STEP);
    else if (event.key === '0') setLook(null);
    else return;
    event.preventDefault();
  };
  return (
    <div className="hy-sheet">
      <section
        ref={holder}
        className="hy-sheet-paper"
        aria-label={t('section.sheetLabel')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          press.current = { x: event.clientX, y: event.clientY, moved: false };
        }}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onWheel={(event) => zoom(1.0012 ** event.deltaY, event.clientX, event.clientY)}
        onKeyDown={onKey}
      />
      <div className="hy-sheet-tools">
        <Tooltip title={t('section.zoomIn')} placement="left">
          <Button icon={<ZoomInOutlined />} aria-label={t('section.zoomIn')} onClick={() => zoom(1 / STEP)} />
        </Tooltip>
        <Tooltip title={t('section.zoomOut')} placement="left">
          <Button icon={<ZoomOutOutlined />} aria-label={t('section.zoomOut')} onClick={() => zoom(STEP)} />
        </Tooltip>
        <Tooltip title={t('section.fit')} placement="left">
          <Button icon={<CompressOutlined />} aria-label={t('section.fit')} onClick={() => setLook(null)} />
        </Tooltip>
      </div>
    </div>
  );
};
