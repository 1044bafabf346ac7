import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../domain/accounts/may.ts';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import { useView } from '../../shell/view-store.ts';
import { countyDay } from '../county-day.ts';
import { mayHere, useAccount } from '../ledger-account.ts';
import { beginEdit } from './edit-store.ts';
import { draftFor, type EditTask } from './start-edit.ts';

const NEEDS: Readonly<Record<EditTask, Action>> = {
  new: 'write-hazard',
  basics: 'write-hazard',
  evidence: 'write-hazard',
  fixed: 'write-hazard',
  treatment: 'write-hazard',
  accept: 'accept-hazard',
  close: 'close-hazard',
  reopen: 'close-hazard',
};

interface Props {
  readonly task: Exclude<EditTask, 'new'>;
  readonly version: LedgerVersion;
  readonly primary?: boolean;
}

/** Begins a task; where one may not, it is disabled and says why. */
export const EditButton = ({ task, version, primary = false }: Props) => {
  const { t } = useTranslation();
  const account = useAccount();
  const past = useView((state) => state.day !== null);
  const { hazard } = version;
  const not = mayHere(account, hazard.mine, NEEDS[task], past);
  return (
    <Tooltip title={not && t(`notAllowed.${not}`, { action: t(`editTask.${task}`) })}>
      <Button
        size="small"
        type={primary ? 'primary' : 'default'}
        disabled={not !== null}
        data-edit-task={task}
        data-not-allowed={not ?? undefined}
        onClick={() => beginEdit(task, version, draftFor(task, hazard, countyDay(), account?.name ?? ''))}
      >
        {t(`editTask.${task}`)}
      </Button>
    </Tooltip>
  );
};
