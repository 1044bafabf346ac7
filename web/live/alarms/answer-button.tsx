import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { liveClient } from '../live-context.ts';
import { setLive, useLive } from '../live-store.ts';

/** Leads to the queue of now, also from the past: there nothing can be answered. */
export const AnswerButton = () => {
  const { t } = useTranslation();
  const past = useLive((state) => state.clock.mode === 'history');
  return (
    <Button
      size="small"
      onClick={() => {
        if (past) liveClient()?.backToLive();
        setLive({ panel: 'alarms' });
      }}
    >
      {t('alarms.answerNow')}
    </Button>
  );
};
