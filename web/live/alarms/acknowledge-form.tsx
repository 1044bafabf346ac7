import { CheckOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import { useAccount, useRefusal } from '../../accounts/use-account.ts';
import { usePersonName } from '../../accounts/use-person-name.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { Refusal } from '../../shell/refusal.tsx';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';

/** Answering for an alarm, with a name and a note. What the gateway refuses stays on the screen with its reason. */
export const AcknowledgeForm = ({ alarm }: { alarm: Alarm }) => {
  const { t } = useTranslation();
  const live = useLive((state) => state.clock.mode === 'live');
  const by = useAccount()?.name ?? '';
  const nameOf = usePersonName();
  const mayNot = useRefusal('acknowledge-alarm');
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<FetchFailure | null>(null);
  if (!live) return <p className="hy-quiet">{t('alarms.onlyLive')}</p>;
  if (mayNot !== null) return <p className="hy-quiet">{mayNot}</p>;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const client = liveClient();
    if (!client || by === '') return;
    setSending(true);
    setRefused(null);
    const answer = await client.routes.acknowledge(alarm.id, { by, note: note.trim() });
    setSending(false);
    if (answer.ok) client.takeAlarm(answer.value);
    else setRefused(answer.failure);
  };
  return (
    <form className="hy-acknowledge" onSubmit={send}>
      <p className="hy-quiet">{t('accounts.as', { name: nameOf(by) })}</p>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={2000}
        placeholder={t('alarms.note')}
        aria-label={t('alarms.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button
        size="small"
        type="primary"
        htmlType="submit"
        icon={<CheckOutlined />}
        loading={sending}
        disabled={by === ''}
      >
        {t('alarms.acknowledge')}
      </Button>
      {refused && <Refusal text={t('alarms.refused')} failure={refused} />}
    </form>
  );
};
