import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Segmented, Tooltip } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRESENCES, type Presence } from '../../../domain/contracts/live/entity.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLive } from '../live-store.ts';
import { PresenceSign } from '../presence-sign.tsx';
import { type CountBy, type CountRow, countRows, groupOf, tallyOf } from './count-rows.ts';
import { CountTable } from './count-table.tsx';
import { GatewayList } from './gateway-list.tsx';
import { PeopleList } from './people-list.tsx';
import { isUnderground, matchesSearch, peopleRows } from './people-rows.ts';
import { useEntered } from './use-entered.ts';

interface GroupFilter {
  readonly by: CountBy;
  readonly key: string | null;
  readonly name: string;
}

/** Who is where, counted and listed: nobody on the roster or in the picture is left out. */
export const PeoplePanel = () => {
  const { t } = useTranslation();
  const frame = useLive((state) => state.frame);
  const roster = useLive((state) => state.roster);
  const spots = useLive((state) => state.spots);
  const known = useLive((state) => state.known.picture);
  const past = useLive((state) => state.clock.mode === 'history');
  const setup = useLive((state) => state.setup);
  const [kind, setKind] = useState<'person' | 'vehicle'>('person');
  const [view, setView] = useState<'list' | 'counts'>('list');
  const [by, setBy] = useState<CountBy>('level');
  const [typed, setTyped] = useState('');
  const [only, setOnly] = useState<ReadonlySet<Presence>>(new Set());
  const [group, setGroup] = useState<GroupFilter | null>(null);
  const [notOut, setNotOut] = useState(false);
  const entered = useEntered(notOut);
  const search = useDeferredValue(typed);

  const all = useMemo(
    () => peopleRows(frame, roster, spots).filter((row) => row.kind === kind),
    [frame, roster, spots, kind],
  );
  const whole = useMemo(() => tallyOf(all), [all]);
  const where = useMemo(() => {
    const underground = all.filter((row) => isUnderground(row) === true).length;
    const surface = all.filter((row) => isUnderground(row) === false).length;
    return { underground, surface, nowhere: all.length - underground - surface };
  }, [all]);
  const shown = useMemo(
    () =>
      all.filter(
        (row) =>
          (only.size === 0 || only.has(row.presence)) &&
          (!group || groupOf(row, group.by).key === group.key) &&
          (!notOut || (entered ? entered.has(row.tag) : isUnderground(row) === true)) &&
          (search.trim() === '' || matchesSearch(row, search)),
      ),
    [all, only, group, notOut, entered, search],
  );
  const counts = useMemo(() => (view === 'counts' ? countRows(all, by) : []), [view, all, by]);

  const toggle = (presence: Presence) => {
    const next = new Set(only);
    if (!next.delete(presence)) next.add(presence);
    setOnly(next);
    setView('list');
  };
  const choose = (row: CountRow, name: string) => {
    setGroup({ by, key: row.key, name });
    setView('list');
  };
  const bounds = setup?.presence;

  return (
    <div className="hy-people">
      <div className="hy-heads" data-total={whole.total}>
        {(['underground', 'surface', 'nowhere'] as const).map((part) => (
          <p key={part} data-heads={part} data-none={where[part] === 0}>
            <strong>{known ? formatCount(where[part]) : '?'}</strong>
            <span className="hy-quiet">{t(`heads.${part}`)}</span>
          </p>
        ))}
        <p data-heads="total">
          <strong>{known ? formatCount(whole.total) : '?'}</strong>
          <span className="hy-quiet">{t('people.total')}</span>
        </p>
      </div>
      <fieldset className="hy-presences" aria-label={t('people.presence')}>
        {PRESENCES.map((presence) => (
          <Tooltip
            key={presence}
            title={
              bounds &&
              t(`presenceHint.${presence}`, { staleAfter: bounds.staleAfter, lostAfter: bounds.lostAfter })
            }
          >
            <button
              type="button"
              aria-pressed={only.has(presence)}
              data-presence={presence}
              onClick={() => toggle(presence)}
            >
              <PresenceSign presence={presence} />
              <strong>{known ? formatCount(whole[presence]) : '?'}</strong>
            </button>
          </Tooltip>
        ))}
      </fieldset>
      <div className="hy-people-bar">
        <Segmented
          size="small"
          aria-label={t('people.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'person' as const, label: t('people.people') },
            { value: 'vehicle' as const, label: t('people.vehicles') },
          ]}
        />
        <Segmented
          size="small"
          aria-label={t('people.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'list' as const, label: t('people.list') },
            { value: 'counts' as const, label: t('people.counts') },
          ]}
        />
        {view === 'counts' && (
          <Segmented
            size="small"
            aria-label={t('people.by')}
            value={by}
            onChange={setBy}
            options={(['level', 'place', 'team'] as const).map((one) => ({
              value: one,
              label: t(`countBy.${one}`),
            }))}
          />
        )}
      </div>
      {!known && (
        <p className="hy-unknown hy-pad" role="status">
          {t(past ? 'people.unknownThen' : 'live.connecting')}
        </p>
      )}
      {!known ? null : view === 'counts' ? (
        <CountTable counts={counts} whole={whole} by={by} onChoose={choose} />
      ) : (
        <>
          <div className="hy-people-search">
            <Input
              allowClear
              size="small"
              prefix={<SearchOutlined />}
              placeholder={t('people.search')}
              aria-label={t('people.search')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Checkbox checked={notOut} onChange={(event) => setNotOut(event.target.checked)}>
              {t('people.notOut')}
            </Checkbox>
          </div>
          <p className="hy-quiet hy-people-shown" aria-live="polite">
            {t('people.ofTotal', { shown: formatCount(shown.length), total: formatCount(all.length) })}
            {group && (
              <Button size="small" type="dashed" icon={<CloseCircleFilled />} onClick={() => setGroup(null)}>
                {t('people.in', { name: group.name })}
              </Button>
            )}
          </p>
          <PeopleList
            rows={shown}
            empty={t(all.length === 0 ? 'people.empty' : 'people.none')}
            entered={notOut ? (entered ?? new Map()) : null}
          />
        </>
      )}
      <GatewayList />
    </div>
  );
};
