import { WarningFilled } from '@ant-design/icons';
import { Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MineSummary } from '../../domain/contracts/catalog.ts';
import { distinctName, openMine, useMineList } from './mine-list.ts';
import { useLanguage } from './preferences.ts';
import { ProvenanceTag } from './provenance-tag.tsx';
import { useView } from './view-store.ts';

const MineTags = ({ mine }: { mine: MineSummary }) => {
  const { t } = useTranslation();
  return (
    <span className="hy-mine-tags">
      {mine.broken === undefined ? (
        <>
          <Tag>{t(`mineType.${mine.type}`)}</Tag>
          <Tag>{t(`mineState.${mine.state}`)}</Tag>
          <ProvenanceTag provenance={mine.provenance} />
        </>
      ) : (
        // What it is cannot be known from a bundle that cannot be read.
        <Tag color="error" icon={<WarningFilled />}>
          {t('mines.broken')}
        </Tag>
      )}
    </span>
  );
};

/** Which mine is open, and the way to another; broken ones are listed too, so that they are missed by nobody. */
export const MineSwitcher = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useMineList();
  const id = useView((state) => state.mine);
  if (list.status !== 'open' || list.mines.length === 0) return null;
  const open = list.mines.find((mine) => mine.id === id);
  return (
    <div className="hy-switcher">
      <Select
        value={open?.id}
        placeholder={t('mines.choose')}
        aria-label={t('mines.choose')}
        popupMatchSelectWidth={false}
        onChange={openMine}
        options={list.mines.map((mine) => ({
          value: mine.id,
          label: distinctName(mine, list.mines, language),
          mine,
        }))}
        optionRender={({ data }) => (
          <div className="hy-mine-option">
            <span>
              {data.label}
              {data.mine.broken !== undefined && <span className="hy-mine-broken">{data.mine.broken}</span>}
            </span>
            <MineTags mine={data.mine} />
          </div>
        )}
      />
      {open && <MineTags mine={open} />}
    </div>
  );
};
