import { Alert, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { slopeMonitoring } from '../../../../domain/slopes/monitored-slopes.ts';
import { useLive } from '../../live-store.ts';
import { SceneShapes } from './scene-shapes.tsx';
import { SlopeDuties } from './slope-duties.tsx';
import './slopes.css';
import { StationDetail } from './station-detail.tsx';
import { StationTable } from './station-table.tsx';
import { useStations } from './use-stations.ts';

/** Slopes: who must be monitored and is, how far and how fast every station moves, and what may be forecast from it. */
export default function SlopesPanel() {
  const { t } = useTranslation();
  const setup = useLive((state) => state.setup);
  const now = useLive((state) => state.now);
  const { status, stations, failure } = useStations();
  const [open, setOpen] = useState<string | null>(null);
  const selected = useLive((state) => (state.selected?.type === 'device' ? state.selected.id : null));
  if (!setup) return null;
  const heard = (id: string): boolean | null => {
    const station = stations.find(({ device }) => device.id === id);
    if (!station || now === null) return null;
    const last = station.motion.lastFixAt;
    // A station that reports daily is not silent after an hour: four of its own intervals.
    return last !== null &&
      station.motion.forecast.kind === 'refused' &&
      station.motion.forecast.reason === 'stale'
      ? false
      : last !== null;
  };
  const monitoring = slopeMonitoring(setup.slopes, setup.rules.slopeHeights, heard);
  const shown = stations.find(({ device }) => device.id === (selected ?? open)) ?? null;
  return (
    <div className="hy-slopes">
      {failure && (
        <Alert
          type="error"
          showIcon
          title={t('slopes.failed', { why: 'detail' in failure ? failure.detail : failure.kind })}
        />
      )}
      <SlopeDuties monitoring={monitoring} rulesKnown={setup.rules.slopeHeights.length > 0} />
      <section>
        <h3>{t('slopes.stations')}</h3>
        {status === 'loading' && stations.length === 0 ? (
          <Spin />
        ) : (
          <StationTable stations={stations} open={shown?.device.id ?? null} onOpen={setOpen} />
        )}
      </section>
      {shown && <StationDetail station={shown} />}
      <SceneShapes stations={stations} />
    </div>
  );
}
