import { PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../accounts/use-account.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { countyDay } from '../county-day.ts';
import { ownMines, useNotAllowed } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import { useLedger } from '../ledger-store.ts';
import { beginEdit } from './edit-store.ts';
import { idPrefix, newHazard, TASK_NEEDS } from './start-edit.ts';

/** Begins a new hazard of the mine, or of the first of the reader's mines in a county. */
export const NewHazardButton = () => {
  const { t } = useTranslation();
  const { mines } = useSurroundings();
  const account = useAccount();
  const open = useLedger(({ state }) => state.status === 'open');
  const mine = ownMines(account, mines)[0];
  const not = useNotAllowed(TASK_NEEDS.new);
  const title = t('editTask.new');
  const [busy, setBusy] = useState(false);
  const begin = async (of: string): Promise<void> => {
    setBusy(true);
    const today = countyDay();
    const taken = await ledgerRoutes.takenIds(of, idPrefix(today));
    setBusy(false);
    // The page of major hazards has no room for it.
    if (useView.getState().ledgerPage === 'major') setView({ ledgerPage: 'list', openHazard: null });
    beginEdit('new', null, newHazard(of, taken, today, account?.name ?? ''));
  };
  return (
    <Tooltip title={not ?? title}>
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={not !== null || !open || mine === undefined}
        data-edit-task="new"
        aria-label={title}
        loading={busy}
        onClick={() => mine !== undefined && void begin(mine)}
      />
    </Tooltip>
  );
};
