import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraState } from '../../../../domain/cameras/camera-state.ts';
import type { SetupDevice } from '../../../../domain/contracts/live/setup.ts';
import { useLive } from '../../live-store.ts';
import { ownPath } from './open-stream.ts';
import { StreamPlayer } from './stream-player.tsx';

/** A camera's picture, or the plain reason why there is none. */
export const StreamBox = ({ device, state }: { device: SetupDevice; state: CameraState }) => {
  const { t } = useTranslation();
  const past = useLive((live) => live.clock.mode === 'history');
  /** The state a person chose to play in spite of; another state asks again. */
  const [anyway, setAnyway] = useState<CameraState | null>(null);
  const { stream } = device;
  if (!stream) return <p className="hy-stream-none hy-quiet">{t('cameras.streamNone')}</p>;
  if (stream.type !== 'hls')
    return (
      <dl className="hy-stream-address" data-stream={stream.type}>
        <dt>{t(stream.type === 'whep' ? 'cameras.streamWhep' : 'cameras.streamGb')}</dt>
        <dd>
          <span className="hy-quiet">{t('cameras.streamAddress')}</span> <code>{stream.address}</code>
        </dd>
      </dl>
    );
  if (past) return <p className="hy-stream-none hy-quiet">{t('cameras.streamPast')}</p>;
  const path = ownPath(stream.address, window.location.origin);
  if (!path)
    return (
      <p className="hy-stream-none hy-camera-unknown">
        {t('cameras.streamForeign', { address: stream.address })}
      </p>
    );
  const down = state === 'offline' || state === 'silent';
  if (down && anyway !== state)
    return (
      <div className="hy-stream-none" data-stream="down">
        <p className="hy-camera-warning">{t('cameras.streamDown', { state: t(`cameraState.${state}`) })}</p>
        <Button size="small" onClick={() => setAnyway(state)}>
          {t('cameras.streamTry')}
        </Button>
      </div>
    );
  return <StreamPlayer key={path} device={device} path={path} />;
};
