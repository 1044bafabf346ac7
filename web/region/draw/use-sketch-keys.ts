import { useEffect, useRef } from 'react';
import { useMap } from '../map/map-store.ts';
import { cancelDrawing, finishDrawing, setPlaceOfForm } from './draw-store.ts';
import { added, type Sketch, without } from './sketch.ts';

/** What one types into has the keys for itself. */
const TYPED_INTO =
  'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"], [role="dialog"]';
/** Enter and Space press what has the focus. */
const PRESSED = 'button:not([data-corner]), a, summary';

/** Keys while one draws: Enter ends, Escape gives up, Backspace takes the last corner away, Space puts one in the middle of the map. */
export const useSketchKeys = (sketch: Sketch): void => {
  const latest = useRef(sketch);
  latest.current = sketch;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        target?.closest(TYPED_INTO)
      )
        return;
      const isPressed = target?.closest(PRESSED) != null;
      if (event.key === 'Escape') cancelDrawing();
      else if (event.key === 'Enter' && !isPressed) finishDrawing();
      else if (event.key === 'Backspace' && !target?.closest('[data-corner]'))
        setPlaceOfForm(without(latest.current, -1));
      else if (event.key === ' ' && !isPressed) {
        const { view } = useMap.getState();
        const { longitude, latitude } = view?.pose() ?? {};
        if (longitude === undefined || latitude === undefined) return;
        setPlaceOfForm(added(latest.current, [longitude, latitude]));
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
};
