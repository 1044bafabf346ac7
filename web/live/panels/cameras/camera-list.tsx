import { VideoCameraOutlined } from '@ant-design/icons';
import { Segmented, Switch } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { selectLive } from '../../live-context.ts';
import { useLive } from '../../live-store.ts';
import { durationText } from '../../moment-text.ts';
import { CameraDetail } from './camera-detail.tsx';
import { type FrustaShown, useCameraOptions } from './camera-options.ts';
import { CameraStateMark } from './camera-state-mark.tsx';
import { goToCamera } from './fly-to.ts';
import type { Camera, Cameras } from './use-cameras.ts';

const SceneSwitches = () => {
  const { t } = useTranslation();
  const { frusta, stretches } = useCameraOptions();
  return (
    <div className="hy-camera-switches">
      <span id="hy-frusta-shown">{t('cameras.frusta')}</span>
      <Segmented<FrustaShown>
        size="small"
        aria-labelledby="hy-frusta-shown"
        value={frusta}
        onChange={(value) => useCameraOptions.setState({ frusta: value })}
        options={[
          { value: 'none', label: t('cameras.frustaNone') },
          { value: 'selected', label: t('cameras.frustaSelected') },
          { value: 'all', label: t('cameras.frustaAll') },
        ]}
      />
      <span id="hy-stretches-shown">{t('cameras.stretches')}</span>
      <Switch
        size="small"
        aria-labelledby="hy-stretches-shown"
        checked={stretches}
        onChange={(value) => useCameraOptions.setState({ stretches: value })}
      />
      {(stretches || frusta !== 'none') && (
        <ul className="hy-camera-legend">
          <li data-colour="working">{t('cameras.legendWorking')}</li>
          <li data-colour="failing">{t('cameras.legendFailing')}</li>
          <li data-colour="proposed">{t('cameras.legendProposed')}</li>
        </ul>
      )}
    </div>
  );
};

const CameraRow = ({ camera, chosen }: { camera: Camera; chosen: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { device, status, sight } = camera;
  const name = device.name[language];
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Chosen in the scene, it may be far down the list.
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const known = sight?.cone && sight.stands !== 'unknown';
  const seen = [
    t('cameras.sees', { metres: formatNumber(sight?.metres ?? 0, { decimals: 0 }) }),
    ...(sight?.keyPlaces.length ? [t('cameras.seesKeyPlaces', { n: sight.keyPlaces.length })] : []),
    ...(sight?.workPlaces.length ? [t('cameras.seesWorkPlaces', { n: sight.workPlaces.length })] : []),
  ];
  return (
    <li ref={row} data-camera={device.id} data-state={status.state} data-chosen={chosen}>
      <button
        type="button"
        className="hy-camera-row"
        aria-expanded={chosen}
        aria-label={t('cameras.select', { name })}
        onClick={() => (chosen ? selectLive(null) : goToCamera(device.id))}
      >
        <span className="hy-camera-name">
          {device.stream?.type === 'hls' && <VideoCameraOutlined aria-hidden="true" />}
          {name}
        </span>
        <CameraStateMark state={status.state} />
        <span className="hy-quiet">{sight && (known ? seen.join(' · ') : t('cameras.seesUnknown'))}</span>
        <span className="hy-quiet">
          {status.age === null
            ? t('cameras.ageNever')
            : t('cameras.age', { age: durationText(status.age, t) })}
        </span>
      </button>
      {chosen && <CameraDetail camera={camera} />}
    </li>
  );
};

/** All cameras with their state and what each sees; the chosen one opens, with its picture. */
export const CameraList = ({ cameras }: { cameras: Cameras['cameras'] }) => {
  const { t } = useTranslation();
  const chosen = useLive(({ selected }) => (selected?.type === 'device' ? selected.id : null));
  return (
    <section className="hy-live-section" aria-label={t('cameras.list')}>
      <h3>
        {t('cameras.list')} <span className="hy-section-count">{cameras.length}</span>
      </h3>
      <SceneSwitches />
      <ul className="hy-cameras">
        {cameras.map((camera) => (
          <CameraRow key={camera.device.id} camera={camera} chosen={camera.device.id === chosen} />
        ))}
      </ul>
    </section>
  );
};
