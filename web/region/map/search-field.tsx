import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountySite, RegisterMine } from '../../../domain/contracts/county.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useMines, useSites } from '../county-files.ts';
import { useMineNames } from '../neighbours/use-mine-names.ts';
import { useOutsideMines } from '../outside/outside-store.ts';
import { findPlaces } from './find-places.ts';
import { lookAt } from './look-at.ts';
import { type FoundGroup, type FoundOption, type FoundThing, searchOptions } from './search-options.tsx';
import { MAJOR_SOURCE_IDS, withLayer } from './start-layers.ts';
import { useFoundHazards } from './use-found-hazards.ts';

const NO_MINES: readonly RegisterMine[] = [];
const NO_SITES: readonly CountySite[] = [];

/** Finds mines and sites by name, owner or id, and hazards by number or title, and goes there. */
export const SearchField = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const mines = useMines();
  const sites = useSites();
  const nameOfMine = useMineNames();
  const [text, setText] = useState('');
  const hazards = useFoundHazards(text);
  const register = mines.status === 'open' ? mines.value : NO_MINES;
  const outside = useOutsideMines();
  const places = useMemo(
    () =>
      findPlaces(text, {
        ...{ mines: register, outside },
        sites: sites.status === 'open' ? sites.value : NO_SITES,
      }),
    [text, register, outside, sites],
  );
  const goTo = ({ pick, name, at, mine }: FoundThing) => {
    setText(name);
    setView({ regionPick: pick, mineInPlace: false, mapLayers: withLayerOf(pick.kind) });
    // Of what lies nobody knows where its mine is looked at; its card says so.
    const place = at ?? register.find(({ id }) => id === mine)?.at;
    if (place) lookAt(place);
  };
  return (
    <AutoComplete<string, FoundOption | FoundGroup>
      className="hy-map-search"
      classNames={{ popup: { root: 'hy-map-search-list' } }}
      popupMatchSelectWidth={360}
      listHeight={420}
      value={text}
      onChange={setText}
      options={searchOptions({ places, hazards, nameOfMine, t, language })}
      onSelect={(_value, option) => {
        if ('thing' in option && option.thing) goTo(option.thing);
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

/** The layers with that on which what is gone to stands: a hazard's may be off. */
const withLayerOf = (kind: FoundThing['pick']['kind']): Readonly<Record<string, boolean>> => {
  const { mapLayers } = useView.getState();
  if (kind === 'hazard') return withLayer(mapLayers, 'hazards', true);
  if (kind !== 'major') return mapLayers;
  return MAJOR_SOURCE_IDS.reduce<Readonly<Record<string, boolean>>>(
    (layers, source) => withLayer(layers, `major-${source}`, true),
    mapLayers,
  );
};
