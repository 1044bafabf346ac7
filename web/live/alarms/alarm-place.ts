import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import { useSession } from '../../mine/mine-session.ts';
import { flyToLive } from '../live-context.ts';
import { useLive } from '../live-store.ts';

/** Metres: near enough to see people, far enough to see the roadways around them. */
const RANGE_METRES = 120;

/** Flies to what an alarm is about: the person or device as it is now, else where the alarm was raised. */
export const flyToAlarm = ({ subject, enu }: Alarm): void => {
  if (subject.type === 'entity') {
    for (const entry of useLive.getState().roster.values()) {
      if (entry.id !== subject.id) continue;
      flyToLive({ type: 'entity', handle: entry.handle });
      return;
    }
  }
  if (subject.type === 'device' && useLive.getState().setup?.devices.some(({ id }) => id === subject.id)) {
    flyToLive({ type: 'device', id: subject.id });
    return;
  }
  const { view } = useSession.getState();
  if (view && enu) view.flyTo({ ...view.pose(), target: enu, pitch: -35, range: RANGE_METRES });
};

export const hasPlace = ({ subject, enu }: Alarm): boolean =>
  enu !== null || subject.type === 'entity' || subject.type === 'device';
