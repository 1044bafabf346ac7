import { VideoCameraOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { cameraStatus } from '../../../../domain/cameras/camera-state.ts';
import { type LiveState, readingKey, setLive, useLive } from '../../live-store.ts';
import { registerPanel } from '../registry.ts';
import { isCamera } from './use-cameras.ts';

const camerasOf = ({ setup }: LiveState) => (setup?.devices ?? []).filter(isCamera);

/** Cameras that do not show what they should: offline, obstructed, silent or never heard. */
const failing = (state: LiveState): number =>
  camerasOf(state).filter(({ id }) => {
    const { state: how } = cameraStatus({
      online: state.readings.get(readingKey(id, 'camera.online')),
      obstructed: state.readings.get(readingKey(id, 'camera.obstructed')),
      now: state.now,
      currentMinutes: state.setup?.readingCurrentMinutes,
    });
    return how !== 'online';
  }).length;

registerPanel({
  id: 'cameras',
  title: 'cameras.title',
  icon: VideoCameraOutlined,
  component: lazy(() => import('./cameras-panel.tsx')),
  offered: ({ setup }) => setup !== null && (setup.keyPlaces.length > 0 || setup.devices.some(isCamera)),
  badge: failing,
});

// A camera chosen in the scene is looked at in the panel: its picture and its view are there.
useLive.subscribe((state, before) => {
  const { selected } = state;
  if (selected === before.selected || selected?.type !== 'device') return;
  if (camerasOf(state).some(({ id }) => id === selected.id)) setLive({ panel: 'cameras' });
});
