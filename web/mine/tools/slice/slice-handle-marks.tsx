import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { Ray } from '../../../../domain/geology/slice/cap-pick.ts';
import type { Slice } from '../../../../domain/geology/slice/slice.ts';
import type { MineView } from '../../../engines/mine-view.ts';
import type { TextKey } from '../../../i18n/i18n.ts';
import { setView, useView } from '../../../shell/view-store.ts';
import { useDrawnSize } from '../../use-drawn-size.ts';
import type { BoxFace } from './box-faces.ts';
import { type SliceHandle, sliceHandles } from './slice-handles.ts';
import { workedBox } from './usual-slice.ts';

const ARROWS: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const FACES: Readonly<Record<BoxFace, TextKey>> = {
  front: 'slice.faceFront',
  back: 'slice.faceBack',
  left: 'slice.faceLeft',
  right: 'slice.faceRight',
  top: 'slice.faceTop',
  bottom: 'slice.faceBottom',
};

interface Props {
  readonly view: MineView;
  readonly slice: Slice;
  readonly catalog: Catalog;
}

/** What a slice is taken by: buttons over the picture, so that keys and screen readers reach them as the mouse does. */
export const SliceHandleMarks = ({ view, slice, catalog }: Props) => {
  const { t } = useTranslation();
  // Where they are on the screen changes with both.
  useView((state) => state.pose);
  useView((state) => state.exaggeration);
  const holder = useRef<HTMLDivElement>(null);
  useDrawnSize(holder);
  const grip = useRef<{ readonly handle: SliceHandle; readonly from: Ray } | null>(null);
  const rayOf = (event: PointerEvent): Ray | null => {
    const box = holder.current!.getBoundingClientRect();
    return view.slice.rayAt(event.clientX - box.left, event.clientY - box.top);
  };
  const nameOf = ({ role, which }: SliceHandle): string => {
    switch (role) {
      case 'move':
        return t('slice.handleMove');
      case 'turn':
        return t('slice.handleTurn', { n: which === 1 ? 'A' : 'A′' });
      case 'corner':
        return t('slice.handleCorner', { n: which });
      case 'level':
        return t('slice.handleLevel');
      case 'face':
        return t('slice.handleFace', { face: t(FACES[which as BoxFace]) });
    }
  };
  const begin = (event: PointerEvent, handle: SliceHandle): void => {
    const from = rayOf(event);
    if (!from || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { handle, from };
  };
  const move = (event: PointerEvent): void => {
    const to = grip.current && rayOf(event);
    const next = to && grip.current!.handle.dragged(grip.current!.from, to);
    if (next) setView({ slice: next });
  };
  const end = (): void => {
    grip.current = null;
  };
  const press = (event: KeyboardEvent, handle: SliceHandle): void => {
    const way = ARROWS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    setView({ slice: handle.nudged(...way, event.shiftKey) });
  };
  return (
    <div className="hy-slice-handles" ref={holder}>
      {sliceHandles(slice, catalog.extent, workedBox(catalog)).map((handle) => {
        const place = view.slice.screenOf(handle.at);
        return (
          <button
            key={handle.id}
            type="button"
            data-handle={handle.id}
            data-role={handle.role}
            hidden={!place}
            style={place ? { transform: `translate(${place.x}px, ${place.y}px)` } : undefined}
            title={nameOf(handle)}
            aria-label={nameOf(handle)}
            onPointerDown={(event) => begin(event, handle)}
            onPointerMove={move}
            onPointerUp={end}
            onPointerCancel={end}
            onKeyDown={(event) => press(event, handle)}
          >
            {handle.role === 'turn'
              ? handle.which === 1
                ? 'A'
                : 'A′'
              : handle.role === 'corner'
                ? handle.which
                : ''}
          </button>
        );
      })}
    </div>
  );
};
