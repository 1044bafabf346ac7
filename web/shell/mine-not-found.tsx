import { QuestionCircleOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MineSummary } from '../../domain/contracts/catalog.ts';
import { distinctName, openMine } from './mine-list.ts';
import { useLanguage } from './preferences.ts';

/** The link names a mine that is not there: never silently another one, which would be taken for it. */
export const MineNotFound = ({ id, mines }: { id: string; mines: readonly MineSummary[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="hy-failure" role="alert">
      <QuestionCircleOutlined className="hy-failure-icon" aria-hidden="true" />
      <h2>{t('mines.notFoundTitle')}</h2>
      <p>{t('mines.notFoundText', { id })}</p>
      <div className="hy-choices">
        {mines.map((mine) => (
          <div key={mine.id}>
            <Button
              disabled={mine.broken !== undefined}
              aria-describedby={mine.broken === undefined ? undefined : `broken-${mine.id}`}
              onClick={() => openMine(mine.id)}
            >
              {distinctName(mine, mines, language)}
            </Button>
            {mine.broken !== undefined && (
              <p className="hy-mine-broken" id={`broken-${mine.id}`}>
                <WarningFilled aria-hidden="true" /> {t('mines.broken')}: {mine.broken}
              </p>
            )}
          </div>
        ))}
      </div>
    </div>
  );
};
