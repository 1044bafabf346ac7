import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CountySummary } from '../../domain/contracts/county-list.ts';
import { useLanguage } from './preferences.ts';
import { setView } from './view-store.ts';

/** There is no county to open: none is served or seen, or the link names one that is not there. Never silently another. */
export const CountyNotFound = ({
  id,
  counties,
}: {
  id: string | null;
  counties: readonly CountySummary[];
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="hy-failure" role="alert">
      <QuestionCircleOutlined className="hy-failure-icon" aria-hidden="true" />
      <h2>{t(id === null ? 'counties.noneTitle' : 'counties.notFoundTitle')}</h2>
      <p>{id === null ? t('counties.noneText') : t('counties.notFoundText', { id })}</p>
      <div className="hy-choices">
        {counties.map((county) => (
          <Button
            key={county.id}
            disabled={county.broken !== undefined}
            onClick={() => setView({ county: county.id, mapPose: null, regionPick: null })}
          >
            {county.name[language]}
          </Button>
        ))}
        <Button onClick={() => setView({ workspace: 'mine' })}>{t('counties.toMines')}</Button>
      </div>
    </div>
  );
};
