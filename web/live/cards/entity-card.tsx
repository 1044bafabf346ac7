import { AimOutlined, CloseOutlined, EyeOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { useSession } from '../../mine/mine-session.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { flyToLive, selectLive } from '../live-context.ts';
import { setLive, useLive } from '../live-store.ts';
import { durationText, momentText } from '../moment-text.ts';
import { signedSeconds } from '../people/gateway-list.tsx';
import { peopleRows } from '../people/people-rows.ts';
import { rowOfHandle } from '../picture/row-of-handle.ts';
import { PresenceSign, SosSign } from '../presence-sign.tsx';
import { SourceText } from '../source-text.tsx';
import { levelName, SpotName } from '../spot-name.tsx';
import { CardRow } from './card-row.tsx';
import { ReturnTag } from './return-tag.tsx';
import { SurveyPosition } from './survey-position.tsx';
import { useEntityDetail } from './use-entity-detail.ts';
import { TRACK_HOURS, useTrack } from './use-track.ts';

/** Ages come in whole seconds. */
const SAME_POSITION_MS = 1_500;

/** A person or vehicle: who, where, how old that is, how well its clock goes, and the way it came. */
export const EntityCard = ({ handle, catalog }: { handle: number; catalog: Catalog }) => {
  const { t } = useTranslation();
  const frame = useLive((state) => state.frame);
  const roster = useLive((state) => state.roster);
  const spots = useLive((state) => state.spots);
  const now = useLive((state) => state.now);
  const following = useLive((state) => state.following);
  const past = useLive((state) => state.clock.mode === 'history');
  const zone = useLive((state) => state.setup?.timeZone) ?? '+08:00';
  const view = useSession((session) => session.view);
  const entry = roster.get(handle);
  const person = useMemo(
    () =>
      peopleRows(frame, entry ? new Map([[handle, entry]]) : new Map(), spots).find(
        (one) => one.handle === handle,
      ),
    [frame, entry, spots, handle],
  );
  const detail = useEntityDetail(entry?.id ?? null);
  const [hours, setHours, track] = useTrack(entry?.id ?? null);
  const row = rowOfHandle(frame, handle);
  const position = row < 0 || person?.presence === 'unknown' ? null : frame!.entities.position;
  const at = position
    ? ([0, 1, 2].map((k) => position[3 * row + k]! / 100) as [number, number, number])
    : null;
  const deviceTime = person?.age != null && frame ? frame.time - person.age * 1000 : null;
  // Of the past an answer comes a moment later than the picture: it counts only for the position it is about.
  const heard =
    !past || Math.abs((detail?.at ?? Number.NaN) - (deviceTime ?? Number.NaN)) < SAME_POSITION_MS
      ? detail
      : null;
  const ref = { type: 'entity', handle } as const;
  return (
    <section className="hy-card hy-live-card" aria-label={t('who.title')} data-entity={entry?.id ?? ''}>
      <header>
        <div className="hy-card-title">
          <h2>{entry?.name ? <SourceText text={entry.name} /> : t('live.unnamed')}</h2>
          <p className="hy-quiet">
            {t(`live.${entry?.kind ?? 'person'}`)} · {t('people.tag')} {entry?.id ?? t('app.unknown')}
          </p>
        </div>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('live.closeCard')}
          onClick={() => selectLive(null)}
        />
      </header>
      <p className="hy-card-shape">
        <PresenceSign presence={person?.presence ?? 'unknown'} />
        {person?.sos && <SosSign />}
        {person?.age != null && person.presence !== 'fresh' && (
          <span className="hy-quiet">{t('people.ago', { ago: durationText(person.age, t) })}</span>
        )}
      </p>
      <div className="hy-card-actions">
        <Button size="small" icon={<AimOutlined />} disabled={!view || !at} onClick={() => flyToLive(ref)}>
          {t('live.flyTo')}
        </Button>
        <Button
          size="small"
          type={following ? 'primary' : 'default'}
          icon={<EyeOutlined />}
          aria-pressed={following}
          disabled={!view || !at}
          onClick={() => setLive({ following: !following })}
        >
          {t(following ? 'live.followEnd' : 'live.follow')}
        </Button>
      </div>
      {!past && entry && person?.presence === 'lost' && !person.sos && <ReturnTag tag={entry.id} />}
      <div className="hy-card-body">
        <dl>
          <CardRow id="team" name={t('who.team')}>
            {entry?.team ? <SourceText text={entry.team} /> : null}
          </CardRow>
          <CardRow id="role" name={t('who.role')}>
            {entry?.role ? <SourceText text={entry.role} /> : null}
          </CardRow>
          <CardRow id="shift" name={t('who.shift')}>
            {entry?.shift ? <SourceText text={entry.shift} /> : null}
          </CardRow>
          <CardRow id="place" name={t('who.place')}>
            {person?.spot ? <SpotName spot={person.spot} /> : null}
          </CardRow>
          {person?.spot && person.spot.level !== null && (
            <CardRow id="level" name={t('who.level')}>
              {levelName(person.spot.level, t)}
            </CardRow>
          )}
          <CardRow id="position" name={t('who.position')}>
            {at && <SurveyPosition at={at} catalog={catalog} />}
          </CardRow>
          <CardRow id="device-time" name={t('who.deviceTime')}>
            {deviceTime !== null && momentText(heard?.at ?? deviceTime, zone)}
          </CardRow>
          <CardRow id="received" name={t('who.receivedAt')}>
            {heard?.receivedAt ? momentText(heard.receivedAt, zone) : null}
          </CardRow>
          <CardRow id="skew" name={t('who.skew')}>
            {heard?.skewMs != null ? t('who.seconds', { s: signedSeconds(heard.skewMs) }) : null}
          </CardRow>
          {(past || detail?.accuracy != null) && (
            <CardRow id="accuracy" name={t('who.accuracy')} notKept={past}>
              ± {formatNumber(detail?.accuracy ?? 0, { decimals: 1 })} m
            </CardRow>
          )}
          {(past || detail?.battery != null) && (
            <CardRow id="battery" name={t('who.battery')} notKept={past}>
              {formatNumber(detail?.battery ?? 0, { integer: true })} %
            </CardRow>
          )}
          {(past || detail?.enteredAt != null) && (
            <CardRow id="entered" name={t('who.entered')} notKept={past}>
              {detail?.enteredAt != null && momentText(detail.enteredAt, zone)}
              {detail?.enteredAt != null && now !== null && (
                <div className="hy-quiet">{durationText((now - detail.enteredAt) / 1000, t)}</div>
              )}
            </CardRow>
          )}
        </dl>
        {person?.heightGuessed && <p className="hy-note">{t('who.heightGuessed')}</p>}
        <div className="hy-track">
          <span className="hy-quiet">{t('who.track')}</span>
          <Segmented
            size="small"
            aria-label={t('who.track')}
            value={hours}
            onChange={setHours}
            options={[
              { value: 0, label: t('who.trackNone') },
              ...TRACK_HOURS.map((n) => ({ value: n as number, label: t('who.hours', { n }) })),
            ]}
          />
        </div>
        {track === 'loading' && <p className="hy-quiet">{t('who.trackLoading')}</p>}
        {track === 'empty' && <p className="hy-note">{t('who.trackEmpty')}</p>}
        {track === 'failed' && (
          <p className="hy-bad" role="alert">
            {t('who.trackFailed')}
          </p>
        )}
      </div>
    </section>
  );
};
