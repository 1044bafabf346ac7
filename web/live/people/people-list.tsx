import { useTranslation } from 'react-i18next';
import { flyToLive, selectLive } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { durationText, shortMomentText } from '../moment-text.ts';
import { PresenceSign, SosSign } from '../presence-sign.tsx';
import { SourceText } from '../source-text.tsx';
import { levelName, SpotName } from '../spot-name.tsx';
import { WindowedList } from '../windowed-list.tsx';
import type { PersonRow } from './people-rows.ts';

const ROW_HEIGHT = 46;

interface PeopleListProps {
  readonly rows: readonly PersonRow[];
  readonly empty: string;
  /** Tag → since when underground, ms or null; null: not shown. */
  readonly entered: ReadonlyMap<string, number | null> | null;
}

/** The people, a row each: sign and word of the state, name, place, level, team, age. */
export const PeopleList = ({ rows, empty, entered }: PeopleListProps) => {
  const { t } = useTranslation();
  const selected = useLive((state) => state.selected);
  const now = useLive((state) => state.now);
  const zone = useLive((state) => state.setup?.timeZone) ?? '+08:00';
  return (
    <WindowedList
      items={rows}
      rowHeight={ROW_HEIGHT}
      keyOf={({ handle }) => handle}
      selectedKey={selected?.type === 'entity' ? selected.handle : null}
      label={t('people.roster')}
      empty={empty}
      onSelect={({ handle }) => selectLive({ type: 'entity', handle })}
      onOpen={({ handle }) => flyToLive({ type: 'entity', handle })}
    >
      {(row) => {
        const level = row.spot?.level ?? null;
        const since = entered?.get(row.tag);
        return (
          <div className="hy-person" data-person={row.tag} data-presence={row.presence}>
            <PresenceSign presence={row.presence} bare />
            <span className="hy-person-name">
              <strong>{row.name === null ? t('live.unnamed') : <SourceText text={row.name} />}</strong>
              {row.sos && <SosSign />}
              {row.alarmed && !row.sos && <span className="hy-alarmed">{t('people.alarmed')}</span>}
              <span className="hy-quiet">
                {row.name === null ? row.tag : row.team ? <SourceText text={row.team} /> : t('live.noTeam')}
              </span>
            </span>
            <span className="hy-person-age" data-age={row.age ?? ''}>
              {row.presence === 'fresh' ? (
                t('presence.fresh')
              ) : row.age === null ? (
                t('people.never')
              ) : (
                <>
                  {t(`presence.${row.presence}`)} {durationText(row.age, t)}
                </>
              )}
            </span>
            <span className="hy-person-place">
              <SpotName spot={row.spot} />
              {level && <span className="hy-quiet"> · {levelName(level, t)}</span>}
            </span>
            {entered && (
              <span className="hy-person-since">
                {since
                  ? t('people.enteredAt', {
                      moment: shortMomentText(since, now ?? since, zone),
                      ago: durationText(((now ?? since) - since) / 1000, t),
                    })
                  : t('people.enteredUnknown')}
              </span>
            )}
          </div>
        );
      }}
    </WindowedList>
  );
};
