import { CheckOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../../domain/cameras/coverage.ts';
import { UnseenList } from './unseen-list.tsx';
import type { Cameras } from './use-cameras.ts';

interface UnseenProps {
  readonly coverage: Coverage;
  readonly cameras: Cameras['cameras'];
}

/** "No camera, no work": main work places that no working camera sees. */
export const NoCameraNoWork = ({ coverage, cameras }: UnseenProps) => {
  const { t } = useTranslation();
  const unseen = coverage.workPlaces.filter(({ place, verdict }) => place.main && verdict !== 'seen');
  return (
    <section className="hy-live-section" aria-label={t('cameras.warnings')} data-unseen={unseen.length}>
      <h3>{t('cameras.warnings')}</h3>
      {coverage.mainWorkPlaces.total === 0 ? (
        <p className="hy-quiet">{t('cameras.warningsEmpty')}</p>
      ) : unseen.length === 0 ? (
        <p className="hy-camera-fine">
          <CheckOutlined aria-hidden="true" /> {t('cameras.warningsNone')}
        </p>
      ) : (
        <>
          <p className="hy-camera-warning" role="status">
            <WarningOutlined aria-hidden="true" /> {t('cameras.stopWork', { n: unseen.length })}
          </p>
          <UnseenList places={unseen} cameras={cameras} />
        </>
      )}
    </section>
  );
};

/** Key places that no working camera sees. */
export const BlindKeyPlaces = ({ coverage, cameras }: UnseenProps) => {
  const { t } = useTranslation();
  const unseen = coverage.keyPlaces.filter(({ verdict }) => verdict !== 'seen');
  if (coverage.allKeyPlaces.total === 0) return null;
  return (
    <section className="hy-live-section" aria-label={t('cameras.blindPlaces')} data-blind={unseen.length}>
      <h3>
        {t('cameras.blindPlaces')} <span className="hy-section-count">{unseen.length}</span>
      </h3>
      {unseen.length === 0 ? (
        <p className="hy-camera-fine">
          <CheckOutlined aria-hidden="true" /> {t('cameras.blindNone')}
        </p>
      ) : (
        <UnseenList places={unseen} cameras={cameras} />
      )}
    </section>
  );
};
