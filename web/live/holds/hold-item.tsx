import { LockOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentHold } from '../../../domain/contracts/live/incident-hold.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { Refusal } from '../../shell/refusal.tsx';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { momentText } from '../moment-text.ts';
import { recallName, rememberName } from '../remembered.ts';
import { SourceText } from '../source-text.tsx';

/** One hold: which span, why and by whom; one that stands can be released by name. */
export const HoldItem = ({ hold, archiveDays }: { hold: IncidentHold; archiveDays: number }) => {
  const { t } = useTranslation();
  const zone = useLive((state) => state.setup?.timeZone) ?? '+08:00';
  const [releasing, setReleasing] = useState(false);
  const stands = hold.releasedAt === null;
  const until = hold.to === null ? t('holds.untilReleased') : momentText(hold.to, zone).slice(0, 16);
  return (
    <li className="hy-hold" data-hold={hold.id} data-stands={stands}>
      <div className="hy-hold-head">
        {stands ? <LockOutlined aria-hidden="true" /> : <UnlockOutlined aria-hidden="true" />}
        <strong>
          {momentText(hold.from, zone).slice(0, 16)} – {until}
        </strong>
        {stands && !releasing && (
          <Button size="small" onClick={() => setReleasing(true)}>
            {t('holds.release')}
          </Button>
        )}
      </div>
      <p>
        <SourceText text={hold.reason} />
      </p>
      <p className="hy-quiet">
        {t('holds.madeBy', { by: hold.by, moment: momentText(hold.madeAt, zone).slice(0, 16) })}
        {hold.releasedAt !== null &&
          ` · ${t('holds.releasedBy', {
            by: hold.releasedBy ?? t('app.unknown'),
            moment: momentText(hold.releasedAt, zone).slice(0, 16),
          })}`}
      </p>
      {stands && releasing && (
        <ReleaseForm hold={hold} archiveDays={archiveDays} onEnd={() => setReleasing(false)} />
      )}
    </li>
  );
};

const ReleaseForm = ({
  hold,
  archiveDays,
  onEnd,
}: {
  hold: IncidentHold;
  archiveDays: number;
  onEnd: () => void;
}) => {
  const { t } = useTranslation();
  const [by, setBy] = useState(recallName);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<FetchFailure | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const client = liveClient();
    if (!client || by.trim() === '') return;
    setSending(true);
    setRefused(null);
    rememberName(by);
    const answer = await client.routes.releaseHold(hold.id, by.trim());
    setSending(false);
    if (answer.ok) client.takeHold(answer.value);
    else setRefused(answer.failure);
  };
  return (
    <form className="hy-release" onSubmit={send}>
      <p>{t('holds.releaseMeans', { days: archiveDays })}</p>
      <Input
        size="small"
        required
        autoFocus
        maxLength={80}
        placeholder={t('holds.releaseName')}
        aria-label={t('holds.releaseName')}
        value={by}
        onChange={(event) => setBy(event.target.value)}
      />
      <Button size="small" danger htmlType="submit" loading={sending} disabled={by.trim() === ''}>
        {t('holds.releaseNow')}
      </Button>
      <Button size="small" type="text" onClick={onEnd}>
        {t('holds.keepIt')}
      </Button>
      {refused && <Refusal text={t('holds.refused')} failure={refused} />}
    </form>
  );
};
