import { useEffect } from 'react';
import { depthNear } from '../../../domain/boreholes/borehole-log.ts';
import { logId, logOfFeature } from '../../boreholes/log-id.ts';
import { logsNow, useLogs } from '../../boreholes/logs-store.ts';
import { setHoleCursor } from '../../shell/hole-cursor.ts';
import { useView } from '../../shell/view-store.ts';
import { useSession } from '../mine-session.ts';

/** A hole pointed at in 3D is marked in its log at the same depth, where its log is open. */
export const useHoleHover = (): void => {
  useEffect(
    () =>
      useSession.subscribe(({ hover, cursor }, before) => {
        if (!hover || !cursor || (hover === before.hover && cursor === before.cursor)) return;
        const log = logOfFeature(logsNow(useLogs.getState()), hover.feature);
        if (!log?.path || !useView.getState().logs.includes(logId(log))) return;
        setHoleCursor({ hole: logId(log), depth: depthNear(log.path, cursor.enu).depth, from: 'scene' });
      }),
    [],
  );
};
