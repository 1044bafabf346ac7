import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountySite, RegisterMine } from '../../../domain/contracts/county.ts';
import { SITE_KINDS } from '../../../domain/contracts/site-kinds.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView } from '../../shell/view-store.ts';
import { useMines, useSites } from '../county-files.ts';
import { type FoundPlace, findPlaces } from './find-places.ts';
import { lookAt } from './look-at.ts';

const NO_MINES: readonly RegisterMine[] = [];
const NO_SITES: readonly CountySite[] = [];

interface FoundOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly place?: FoundPlace;
  readonly disabled?: boolean;
}
const moreOption = (label: string): FoundOption => ({ value: 'more', label, disabled: true });

/** Finds mines and sites by name, owner or id, and goes there. */
export const SearchField = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const mines = useMines();
  const sites = useSites();
  const [text, setText] = useState('');
  const found = useMemo(
    () =>
      findPlaces(text, {
        mines: mines.status === 'open' ? mines.value : NO_MINES,
        sites: sites.status === 'open' ? sites.value : NO_SITES,
      }),
    [text, mines, sites],
  );
  const kindOf = (place: FoundPlace): string =>
    place.kind === 'mine' ? t(`mineType.${place.type}`) : SITE_KINDS[place.type].name[language];
  return (
    <AutoComplete
      className="hy-map-search"
      value={text}
      onChange={setText}
      options={[
        ...found.places.map(
          (place): FoundOption => ({
            value: `${place.kind} ${place.id}`,
            place,
            label: (
              <span className="hy-map-found">
                <span>{place.name[language]}</span>
                <span className="hy-quiet">{kindOf(place)}</span>
              </span>
            ),
          }),
        ),
        ...(found.more > 0 ? [moreOption(t('map.foundMore', { n: formatCount(found.more) }))] : []),
      ]}
      onSelect={(_value, { place }) => {
        if (!place) return;
        setText(place.name[language]);
        setView({ regionPick: { kind: place.kind, id: place.id }, mineInPlace: false });
        lookAt(place.at);
      }}
      notFoundContent={text.trim() === '' ? null : t('map.foundNothing')}
    >
      <Input
        prefix={<SearchOutlined />}
        placeholder={t('map.search')}
        aria-label={t('map.search')}
        allowClear
      />
    </AutoComplete>
  );
};
