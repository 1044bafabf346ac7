import { useTranslation } from 'react-i18next';
import type { CameraState } from '../../../../domain/cameras/camera-state.ts';

/** Shape before colour: a full disc works, a crossed one does not, a dashed ring is not known. */
const SIGNS: Readonly<Record<CameraState, string>> = {
  online: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z',
  obstructed: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11ZM2.8 8h10.4',
  offline: 'M3.5 3.5l9 9m0-9l-9 9',
  silent: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11ZM4.2 11.8l7.6-7.6',
  unknown: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z',
};

/** A camera's state: sign and word. */
export const CameraStateMark = ({ state }: { state: CameraState }) => {
  const { t } = useTranslation();
  return (
    <span className="hy-camera-state" data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SIGNS[state]} />
      </svg>
      {t(`cameraState.${state}`)}
    </span>
  );
};
