import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shell/format-number.ts';
import { setView } from '../../../shell/view-store.ts';
import { flyBesidePanel } from '../fly-beside-panel.ts';
import type { OpenDuties } from './duties-store.ts';
import type { WaysFrom } from './ways-from.ts';

const metres = (value: number): string => formatNumber(value, { decimals: 0, unit: 'm' }) ?? '?';
/** Kinds of place where nobody stands: one is out already, or it is a device. */
const NO_START: readonly (string | null)[] = ['exit', 'camera', 'station'];

interface Props {
  readonly open: OpenDuties;
  /** Id of the chosen place or roadway; null: none. */
  readonly from: string | null;
  /** null: none is chosen, or what is chosen is not there. */
  readonly found: WaysFrom | null;
}

/** Two ways out of a chosen place that share nothing, roadway by roadway. */
export const WaysList = ({ open, from, found }: Props) => {
  const { t } = useTranslation();
  const places = open.places.filter(({ type }) => !NO_START.includes(type));
  return (
    <section className="hy-duties-ways" data-ways={found?.ways.length}>
      <h3>{t('duties.waysTitle')}</h3>
      <div className="hy-duties-choice">
        <Select
          size="small"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('duties.waysChoose')}
          aria-label={t('duties.waysChoose')}
          value={places.some(({ id }) => id === from) ? from : undefined}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(wayFrom: string) => {
            setView({ wayFrom });
            const place = places.find(({ id }) => id === wayFrom);
            if (place) flyBesidePanel(place.at, 300);
          }}
        />
        {from !== null && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('duties.waysLeave')}
            onClick={() => setView({ wayFrom: null })}
          />
        )}
      </div>
      {from !== null && found === null && (
        <p className="hy-duties-wrong">{t('duties.waysLost', { id: from })}</p>
      )}
      {found && <Found found={found} />}
    </section>
  );
};

const Found = ({ found: { name, apart, ways, passed } }: { found: WaysFrom }) => {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <strong>{name}</strong>{' '}
        {apart >= 1 && (
          <span className="hy-duties-quiet">{t('duties.waysApart', { apart: metres(apart) })}</span>
        )}
      </p>
      {ways.length < 2 && (
        <p className="hy-duties-wrong">
          {t(ways.length === 0 ? 'duties.waysNone' : 'duties.waysOne')}
          {passed.length > 0 && ` · ${t('duties.waysPassed', { names: passed.join(t('driveOn.comma')) })}`}
        </p>
      )}
      {ways.map(({ exit, length, roadways }, i) => (
        <div key={exit + String(length)} className="hy-duties-way" data-way={i + 1}>
          <p>
            <strong>{t('duties.waysWay', { n: i + 1, exit, length: metres(length) })}</strong>
          </p>
          <ol>
            {roadways.map((one) => (
              <li key={one.from}>
                <span>{one.name}</span>
                <span>{metres(one.length)} m</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      <p className="hy-duties-quiet">{t('duties.waysLegend')}</p>
    </>
  );
};
