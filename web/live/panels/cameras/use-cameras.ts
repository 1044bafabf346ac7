import { useEffect, useMemo } from 'react';
import {
  type CameraState,
  type CameraStatus,
  cameraStatus,
} from '../../../../domain/cameras/camera-state.ts';
import { type Coverage, coverage } from '../../../../domain/cameras/coverage.ts';
import {
  type CameraSight,
  type CoverageTable,
  coverageTable,
} from '../../../../domain/cameras/coverage-table.ts';
import type { LiveSetup, SetupDevice } from '../../../../domain/contracts/live/setup.ts';
import { useSession } from '../../../mine/mine-session.ts';
import { readingKey, useLive } from '../../live-store.ts';
import { loadSurroundings, type SurroundingsState, useSurroundings } from './surroundings-store.ts';

export interface Camera {
  readonly device: SetupDevice;
  readonly status: CameraStatus;
  /** null while the network is not there. */
  readonly sight: CameraSight | null;
}

export interface Cameras {
  readonly setup: LiveSetup;
  readonly surroundings: SurroundingsState;
  readonly cameras: readonly Camera[];
  /** By camera id; the same map until a state changes. */
  readonly states: ReadonlyMap<string, CameraState>;
  readonly table: CoverageTable | null;
  readonly coverage: Coverage | null;
}

export const isCamera = ({ kind }: { readonly kind: string }): boolean => kind === 'camera';

/** The mine's cameras at the moment that is shown, and what they see; null while the set-up is not there. */
export const useCameras = (): Cameras | null => {
  const setup = useLive((live) => live.setup);
  const statuses = useCameraStatuses();
  const catalog = useSession((session) => session.catalog);
  const surroundings = useSurroundings();
  useEffect(() => {
    if (catalog.status === 'open') loadSurroundings();
  }, [catalog]);

  const around = surroundings.status === 'ready' ? surroundings.surroundings : null;
  const table = useMemo(() => (setup && around ? coverageTable(around, setup) : null), [setup, around]);
  const stateKey = [...statuses].map(([id, { state }]) => `${id}=${state}`).join(' ');
  const states = useMemo(() => statesOf(stateKey), [stateKey]);
  const covered = useMemo(
    () => (setup && table ? coverage(table, setup, states) : null),
    [setup, table, states],
  );
  if (!setup) return null;
  const sights = new Map(table?.cameras.map((sight) => [sight.camera, sight]));
  return {
    setup,
    surroundings,
    table,
    coverage: covered,
    states,
    cameras: setup.devices.filter(isCamera).map((device) => ({
      device,
      status: statuses.get(device.id) ?? { state: 'unknown', age: null },
      sight: sights.get(device.id) ?? null,
    })),
  };
};

/** Back from `id=state id=state`: a text, so that it only counts as changed when a state has. */
const statesOf = (key: string): Map<string, CameraState> =>
  new Map(
    key
      .split(' ')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1) as CameraState];
      }),
  );

const useCameraStatuses = (): ReadonlyMap<string, CameraStatus> => {
  const setup = useLive((live) => live.setup);
  const readings = useLive((live) => live.readings);
  const now = useLive((live) => live.now);
  return useMemo(
    () =>
      new Map(
        (setup?.devices ?? []).filter(isCamera).map(({ id }) => [
          id,
          cameraStatus({
            online: readings.get(readingKey(id, 'camera.online')),
            obstructed: readings.get(readingKey(id, 'camera.obstructed')),
            now,
            currentMinutes: setup?.readingCurrentMinutes,
          }),
        ]),
      ),
    [setup, readings, now],
  );
};
