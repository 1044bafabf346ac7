import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { Refusal } from '../../shell/refusal.tsx';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { standing } from './held-spans.ts';
import { HoldForm } from './hold-form.tsx';
import { HoldItem } from './hold-item.tsx';

/** Incident holds: what must not be thrown away, since when and by whom; a new one, and the release of one. */
export const HoldsDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  useEffect(() => {
    if (open) void liveClient()?.loadHolds();
  }, [open]);
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title={t('holds.title')}
      width={560}
      centered
      destroyOnHidden
    >
      <div className="hy-holds">
        <HoldsList />
        <section>
          <h3>{t('holds.new')}</h3>
          <HoldForm />
        </section>
      </div>
    </Modal>
  );
};

const HoldsList = () => {
  const { t } = useTranslation();
  const list = useLive((state) => state.holds);
  const failure = useLive((state) => state.holdsFailure);
  const trouble = failure && (
    <div className="hy-holds-failed">
      <Refusal text={t(list ? 'holds.older' : 'holds.failed')} failure={failure} />
      <Button size="small" onClick={() => void liveClient()?.loadHolds()}>
        {t('app.retry')}
      </Button>
    </div>
  );
  if (!list)
    return (
      trouble ?? (
        <p className="hy-quiet" role="status">
          {t('app.loading')}
        </p>
      )
    );
  const stand = standing(list.holds);
  const released = list.holds.filter(({ releasedAt }) => releasedAt !== null);
  return (
    <section data-holds={stand.length}>
      {trouble}
      <p className="hy-quiet">{t('holds.means', { days: list.archiveDays })}</p>
      {stand.length === 0 ? (
        <p>{t('holds.none')}</p>
      ) : (
        <ul className="hy-hold-list" aria-label={t('holds.standing')}>
          {stand.map((hold) => (
            <HoldItem key={hold.id} hold={hold} archiveDays={list.archiveDays} />
          ))}
        </ul>
      )}
      {released.length > 0 && (
        <details>
          <summary>{t('holds.released', { n: formatCount(released.length) })}</summary>
          <ul className="hy-hold-list">
            {released.map((hold) => (
              <HoldItem key={hold.id} hold={hold} archiveDays={list.archiveDays} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
