import { LockOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live-store.ts';
import { standing } from './held-spans.ts';
import { HoldsDialog } from './holds-dialog.tsx';

/** On the timeline: how many holds stand, and the way to them. */
export const HoldsButton = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const list = useLive((state) => state.holds);
  const n = list ? standing(list.holds).length : 0;
  const words = n > 0 ? t('holds.buttonSome', { n }) : t('holds.button');
  return (
    <>
      {/* No antd tooltip: left open under the dialog it would take the Escape meant for the dialog. */}
      <Button
        size="small"
        type="text"
        icon={n > 0 ? <LockOutlined /> : <UnlockOutlined />}
        title={words}
        aria-label={words}
        aria-haspopup="dialog"
        data-holds-button={n}
        onClick={() => setOpen(true)}
      >
        {n > 0 ? n : null}
      </Button>
      <HoldsDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
};
