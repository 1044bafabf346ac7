import { PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useView } from '../../shell/view-store.ts';
import { countyDay } from '../county-day.ts';
import { mayHere, ownMines, useAccount } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { takenIds, useLedger } from '../ledger-store.ts';
import { beginEdit } from './edit-store.ts';
import { newHazard } from './start-edit.ts';

/** Begins a new hazard of the mine, or of the first of the reader's mines in a county. */
export const NewHazardButton = () => {
  const { t } = useTranslation();
  const { mines } = useSurroundings();
  const account = useAccount();
  const past = useView((state) => state.day !== null);
  const open = useLedger(({ state }) => state.status === 'open');
  const mine = ownMines(account, mines)[0];
  const not = mine === undefined ? 'role' : mayHere(account, mine, 'write-hazard', past);
  const title = t('editTask.new');
  return (
    <Tooltip title={not ? t(`notAllowed.${not}`, { action: title }) : title}>
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={not !== null || !open}
        data-edit-task="new"
        data-not-allowed={not ?? undefined}
        aria-label={title}
        onClick={() =>
          mine !== undefined &&
          beginEdit('new', null, newHazard(mine, takenIds(mine), countyDay(), account?.name ?? ''))
        }
      />
    </Tooltip>
  );
};
