import { App, Button, Input, Modal } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { entryFailureText } from './entry-failure-text.ts';
import { NewPassword, passwordOf } from './new-password.tsx';
import { changePassword } from './session-store.ts';

const NOTHING = { first: '', again: '' };

export const ChangePasswordDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [old, setOld] = useState('');
  const [typed, setTyped] = useState(NOTHING);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<FetchFailure | null>(null);
  const password = passwordOf(typed);
  const close = () => {
    setOld('');
    setTyped(NOTHING);
    setRefused(null);
    onClose();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (password === null) return;
    setSending(true);
    const failure = await changePassword(old, password);
    setSending(false);
    setRefused(failure);
    if (failure) return;
    void message.success(t('accounts.changed'));
    close();
  };
  // The gateway says 422 for both; what it names tells them apart.
  const isWrongOld = refused?.kind === 'refused' && refused.detail.startsWith('Not changed');
  return (
    <Modal
      open={open}
      onCancel={close}
      footer={null}
      title={t('accounts.changePassword')}
      width={420}
      destroyOnHidden
    >
      <form className="hy-entry-form" onSubmit={send}>
        <label htmlFor="hy-old-password">{t('accounts.oldPassword')}</label>
        <Input.Password
          id="hy-old-password"
          autoComplete="current-password"
          required
          value={old}
          onChange={(event) => setOld(event.target.value)}
        />
        <NewPassword value={typed} onChange={setTyped} />
        {refused && (
          <p className="hy-bad" role="alert">
            {isWrongOld ? t('accounts.wrongOld') : entryFailureText(refused, t, 'accounts.expired')}
          </p>
        )}
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={sending}
          disabled={old === '' || password === null}
        >
          {t('accounts.change')}
        </Button>
      </form>
    </Modal>
  );
};
