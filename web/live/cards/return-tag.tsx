import { UserDeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount, useRefusal } from '../../accounts/use-account.ts';
import { usePersonName } from '../../accounts/use-person-name.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { Refusal } from '../../shell/refusal.tsx';
import { liveClient, selectLive } from '../live-context.ts';

/** Takes a lost tag out of the counts: it was handed back, or nobody wears it. Who says so and why is kept. */
export const ReturnTag = ({ tag }: { readonly tag: string }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<FetchFailure | null>(null);
  const by = useAccount()?.name ?? '';
  const nameOf = usePersonName();
  const mayNot = useRefusal('acknowledge-alarm');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const client = liveClient();
    if (!client || note.trim() === '') return;
    setSending(true);
    setRefused(null);
    const answer = await client.routes.returnTag({ tag, note: note.trim() });
    setSending(false);
    if (answer.ok) selectLive(null);
    else setRefused(answer.failure);
  };
  if (!open)
    return (
      <div className="hy-return-tag">
        <div className="hy-card-actions">
          <Button size="small" icon={<UserDeleteOutlined />} data-return-tag onClick={() => setOpen(true)}>
            {t('returnTag.button')}
          </Button>
        </div>
      </div>
    );
  if (mayNot !== null)
    return (
      <div className="hy-return-tag">
        <p className="hy-quiet">{mayNot}</p>
      </div>
    );
  return (
    <form className="hy-return-tag" onSubmit={send} aria-label={t('returnTag.button')}>
      <p className="hy-note">{t('returnTag.means')}</p>
      <p className="hy-quiet">{t('accounts.as', { name: nameOf(by) })}</p>
      <Input.TextArea
        autoFocus
        required
        autoSize={{ minRows: 2, maxRows: 4 }}
        maxLength={500}
        placeholder={t('returnTag.note')}
        aria-label={t('returnTag.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="hy-card-actions">
        <Button size="small" htmlType="submit" type="primary" loading={sending} disabled={note.trim() === ''}>
          {t('returnTag.send')}
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          {t('returnTag.cancel')}
        </Button>
      </div>
      {refused && <Refusal text={t('returnTag.failed')} failure={refused} />}
    </form>
  );
};
