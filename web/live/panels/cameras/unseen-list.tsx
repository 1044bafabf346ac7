import { AimOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlaceCoverage } from '../../../../domain/cameras/coverage.ts';
import type { Bilingual } from '../../../../domain/contracts/bilingual.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { flyToPoint } from './fly-to.ts';
import type { Cameras } from './use-cameras.ts';

interface UnseenListProps {
  readonly places: readonly (PlaceCoverage & {
    readonly place: { readonly name: Bilingual; readonly enu: readonly [number, number, number] };
  })[];
  readonly cameras: Cameras['cameras'];
}

/** Places no working camera sees: why, by which cameras they would be, and the way there. */
export const UnseenList = ({ places, cameras }: UnseenListProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = (id: string) => cameras.find(({ device }) => device.id === id)?.device.name[language] ?? id;
  return (
    <ul className="hy-unseen-places">
      {places.map(({ id, place, verdict, cameras: lookers }) => (
        <li key={id} data-place={id} data-verdict={verdict}>
          <div>
            <span>{place.name[language]}</span>{' '}
            <span className="hy-verdict">{t(`placeVerdict.${verdict}`)}</span>
            {verdict === 'unknown' && <p className="hy-quiet">{t('cameras.unknownHint')}</p>}
            {lookers && lookers.length > 0 && (
              <p className="hy-quiet">
                {t('cameras.seenBy', { names: lookers.map(nameOf).join(language === 'zh' ? '、' : ', ') })}
              </p>
            )}
          </div>
          <Button
            type="text"
            size="small"
            icon={<AimOutlined />}
            aria-label={t('cameras.flyToPlace', { name: place.name[language] })}
            onClick={() => flyToPoint(place.enu)}
          />
        </li>
      ))}
    </ul>
  );
};
