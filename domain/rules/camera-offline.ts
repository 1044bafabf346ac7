import type { Judgement } from './finding.ts';
import { currentReading, type MineWatch } from './mine-watch.ts';
import { deviceFinding, type RuleDevice } from './rule-device.ts';

/** A camera that is reported offline. One nobody reports on is a silent device, not an offline camera. */
export const cameraOffline = (watch: MineWatch, cameras: readonly RuleDevice[]): Judgement => {
  const online = (id: string) => currentReading(watch, id, 'camera.online');
  return {
    findings: cameras.flatMap((camera) => {
      const reading = online(camera.id);
      return reading?.value === false ? [deviceFinding(camera, reading.at)] : [];
    }),
    denies: (id) => online(id)?.value === true,
  };
};
