import { useTranslation } from 'react-i18next';
import { useLive } from '../../live-store.ts';
import { CameraList } from './camera-list.tsx';
import './cameras.css';
import { CoverageSection } from './coverage-section.tsx';
import { ProposalSection } from './proposal-section.tsx';
import { BlindKeyPlaces, NoCameraNoWork } from './unseen-sections.tsx';
import { useCameraOverlays } from './use-camera-overlays.ts';
import { type Cameras, useCameras } from './use-cameras.ts';

/** Cameras: what must be seen and is not, which cameras there are and how they are, where more would help. */
export default function CamerasPanel() {
  const cameras = useCameras();
  return cameras && <Panel cameras={cameras} />;
}

/** What one must know before believing the states below. */
const Notices = () => {
  const { t } = useTranslation();
  const past = useLive((live) => live.clock.mode === 'history');
  const known = useLive((live) => live.known.readings);
  const lost = useLive((live) => live.clock.mode === 'live' && live.connection === 'waiting');
  const said = [
    ...(past ? [t('cameras.past')] : []),
    ...(known ? [] : [t('cameras.readingsUnknown')]),
    ...(lost ? [t('cameras.lost')] : []),
  ];
  if (said.length === 0) return null;
  return (
    <div className="hy-camera-notices" role="status">
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
};

const Panel = ({ cameras: all }: { cameras: Cameras }) => {
  const { t } = useTranslation();
  useCameraOverlays(all);
  const { cameras, coverage, surroundings, setup } = all;
  return (
    <div className="hy-cameras-panel">
      <Notices />
      {surroundings.status === 'none' && <p className="hy-camera-unknown">{t('cameras.noNetwork')}</p>}
      {surroundings.status === 'failed' && (
        <p className="hy-camera-unknown" role="alert">
          {t('cameras.networkFailed')}
        </p>
      )}
      {(surroundings.status === 'loading' || surroundings.status === 'idle') && (
        <p className="hy-quiet" role="status">
          {t('cameras.loading')}
        </p>
      )}
      {coverage && <NoCameraNoWork coverage={coverage} cameras={cameras} />}
      {coverage && <CoverageSection coverage={coverage} />}
      {coverage && <BlindKeyPlaces coverage={coverage} cameras={cameras} />}
      {cameras.length === 0 && <p className="hy-quiet">{t('cameras.none')}</p>}
      {cameras.length > 0 && <CameraList cameras={cameras} />}
      {surroundings.status === 'ready' && surroundings.surroundings.network.edges.length > 0 && (
        <ProposalSection
          setup={setup}
          network={surroundings.surroundings.network}
          ground={surroundings.ground}
        />
      )}
    </div>
  );
};
