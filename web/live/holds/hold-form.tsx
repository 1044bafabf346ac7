import { LockOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount, useRefusal } from '../../accounts/use-account.ts';
import { usePersonName } from '../../accounts/use-person-name.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { Refusal } from '../../shell/refusal.tsx';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { momentInput, momentText, readMomentInput } from '../moment-text.ts';

const HOUR = 3_600_000;
const LENGTHS = [1, 8, 24] as const;

/** Holds a span of time, with a name and a reason. In the past it begins around the moment shown. */
export const HoldForm = () => {
  const { t } = useTranslation();
  const zone = useLive((state) => state.setup?.timeZone) ?? '+08:00';
  const kept = useLive((state) => state.span);
  const [first] = useState(() => {
    const { clock, now } = useLive.getState();
    const time = clock.mode === 'history' ? clock.time : (liveClient()?.gatewayNow() ?? now ?? Date.now());
    return { time, past: clock.mode === 'history' };
  });
  const [from, setFrom] = useState(momentInput(first.time - HOUR, zone));
  const [to, setTo] = useState(momentInput(first.time + HOUR, zone));
  const [openEnd, setOpenEnd] = useState(!first.past);
  const by = useAccount()?.name ?? '';
  const nameOf = usePersonName();
  const mayNot = useRefusal('hold-history');
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<FetchFailure | null>(null);

  const start = readMomentInput(from, zone);
  const end = openEnd ? null : readMomentInput(to, zone);
  const wrong =
    start === null || (!openEnd && end === null)
      ? t('holds.noMoment')
      : end !== null && start > end
        ? t('holds.backwards')
        : null;
  const ready = wrong === null && by !== '' && reason.trim() !== '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const client = liveClient();
    if (!client || !ready || start === null) return;
    setSending(true);
    setRefused(null);
    // To the end of the minute that was written.
    const answer = await client.routes.hold({
      from: start,
      to: end === null ? null : end + 59_999,
      by,
      reason: reason.trim(),
    });
    setSending(false);
    if (!answer.ok) {
      setRefused(answer.failure);
      return;
    }
    client.takeHold(answer.value);
    setReason('');
  };
  if (mayNot !== null) return <p className="hy-quiet">{mayNot}</p>;
  return (
    <form className="hy-hold-form" onSubmit={send} aria-label={t('holds.make')}>
      <div className="hy-hold-times">
        <label htmlFor="hy-hold-from">{t('holds.from')}</label>
        <Input
          id="hy-hold-from"
          type="datetime-local"
          size="small"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <label htmlFor="hy-hold-to">{t('holds.to')}</label>
        <Input
          id="hy-hold-to"
          type="datetime-local"
          size="small"
          disabled={openEnd}
          value={openEnd ? '' : to}
          onChange={(event) => setTo(event.target.value)}
        />
        <Checkbox checked={openEnd} onChange={(event) => setOpenEnd(event.target.checked)}>
          {t('holds.openEnd')}
        </Checkbox>
      </div>
      <div className="hy-hold-lengths">
        {LENGTHS.map((hours) => (
          <Button
            key={hours}
            size="small"
            onClick={() => {
              setFrom(momentInput(first.time - hours * HOUR, zone));
              setTo(momentInput(first.past ? first.time + hours * HOUR : first.time, zone));
            }}
          >
            {t(first.past ? 'holds.around' : 'holds.last', { n: hours })}
          </Button>
        ))}
        <span className="hy-quiet">{t('holds.zone', { zone })}</span>
      </div>
      {kept && start !== null && start < kept.from && (
        <p className="hy-note">{t('holds.keptFrom', { moment: momentText(kept.from, zone) })}</p>
      )}
      {wrong !== null && (
        <p className="hy-bad" role="alert">
          {wrong}
        </p>
      )}
      <p className="hy-quiet">{t('accounts.as', { name: nameOf(by) })}</p>
      <Input.TextArea
        required
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={2000}
        placeholder={t('holds.reason')}
        aria-label={t('holds.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        size="small"
        type="primary"
        htmlType="submit"
        icon={<LockOutlined />}
        loading={sending}
        disabled={!ready}
      >
        {t('holds.make')}
      </Button>
      {refused && <Refusal text={t('holds.refused')} failure={refused} />}
    </form>
  );
};
