import { type RefObject, useEffect, useState } from 'react';

/** Renders again when what lies over the picture has another size: the engine takes it with its next picture, so marks go after it. */
export const useDrawnSize = (holder: RefObject<HTMLElement | null>): void => {
  const [, setSize] = useState('');
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      requestAnimationFrame(() => requestAnimationFrame(() => setSize(`${width} ${height}`)));
    });
    watch.observe(holder.current!);
    return () => watch.disconnect();
  }, [holder]);
};
