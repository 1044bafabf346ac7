import { useEffect } from 'react';
import { pointAtDepth } from '../../../domain/boreholes/borehole-log.ts';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { boxDiagonal } from '../../../domain/geometry/bounds.ts';
import { logById } from '../../boreholes/log-id.ts';
import { logsNow, useLogs } from '../../boreholes/logs-store.ts';
import { useHoleCursor } from '../../shell/hole-cursor.ts';
import { useSession } from '../mine-session.ts';
import { holeMark } from './hole-mark.ts';

const MARK = 'hole-cursor';
/** Of the mine's size; large enough to be found from its home view. */
const SHARE = 1 / 150;

/** Marks in 3D the place that is pointed at in a log. A hole without a height has none there. */
export const useHoleMark = (catalog: Catalog): void => {
  const view = useSession((session) => session.view);
  const cursor = useHoleCursor((state) => state.cursor);
  const logs = useLogs(logsNow);
  useEffect(() => {
    if (!view) return;
    const path = cursor && logById(logs, cursor.hole)?.path;
    const { min, max } = catalog.extent;
    const radius = Math.max(2, boxDiagonal({ min: [...min], max: [...max] }) * SHARE);
    view.live.setOverlay(MARK, cursor && path ? holeMark(pointAtDepth(path, cursor.depth), radius) : null);
  }, [view, cursor, logs, catalog]);
  useEffect(() => () => view?.live.setOverlay(MARK, null), [view]);
};
