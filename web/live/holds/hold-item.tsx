import { LockOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentHold } from '../../../domain/contracts/live/incident-hold.ts';
import { useAccount, useRefusal } from '../../accounts/use-account.ts';
import { usePersonName } from '../../accounts/use-person-name.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { Refusal } from '../../shell/refusal.tsx';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { momentText } from '../moment-text.ts';
import { SourceText } from '../source-text.tsx';

/** One hold: which span, why and by whom; one that stands can be released by name. */
export const HoldItem = ({ hold, archiveDays }: { hold: IncidentHold; archiveDays: number }) => {
  const { t } = useTranslation();
  const zone = useLive((state) => state.setup?.timeZone) ?? '+08:00';
  const mayNot = useRefusal('hold-history');
  const nameOf = usePersonName();
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
          <Tooltip title={mayNot}>
            <Button size="small" disabled={mayNot !== null} onClick={() => setReleasing(true)}>
              {t('holds.release')}
            </Button>
          </Tooltip>
        )}
      </div>
      <p>
        <SourceText text={hold.reason} />
      </p>
      <p className="hy-quiet">
        {t('holds.madeBy', { by: nameOf(hold.by), moment: momentText(hold.madeAt, zone).slice(0, 16) })}
        {hold.releasedAt !== null &&
          ` · ${t('holds.releasedBy', {
            by: hold.releasedBy === null ? t('app.unknown') : nameOf(hold.releasedBy),
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
  const by = useAccount()?.name ?? '';
  const nameOf = usePersonName();
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<FetchFailure | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const client = liveClient();
    if (!client || by === '') return;
    setSending(true);
    setRefused(null);
    const answer = await client.routes.releaseHold(hold.id, by);
    setSending(false);
    if (answer.ok) client.takeHold(answer.value);
    else setRefused(answer.failure);
  };
  return (
    <form className="hy-release" onSubmit={send}>
      <p>{t('holds.releaseMeans', { days: archiveDays })}</p>
      <span className="hy-quiet">{t('accounts.as', { name: nameOf(by) })}</span>
      <Button size="small" danger htmlType="submit" loading={sending} disabled={by === ''}>
        {t('holds.releaseNow')}
      </Button>
      <Button size="small" type="text" onClick={onEnd}>
        {t('holds.keepIt')}
      </Button>
      {refused && <Refusal text={t('holds.refused')} failure={refused} />}
    </form>
  );
};
