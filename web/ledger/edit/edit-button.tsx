import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { countyDay } from '../county-day.ts';
import { useNotAllowed } from '../ledger-account.ts';
import { beginEdit } from './edit-store.ts';
import { draftFor, type EditTask, TASK_NEEDS } from './start-edit.ts';

interface Props {
  readonly task: Exclude<EditTask, 'new'>;
  readonly version: LedgerVersion;
  readonly primary?: boolean;
}

/** Begins a task; where one may not, it is disabled and says why. */
export const EditButton = ({ task, version, primary = false }: Props) => {
  const { t } = useTranslation();
  const account = useAccount();
  const not = useNotAllowed(TASK_NEEDS[task]);
  const { hazard } = version;
  return (
    <Tooltip title={not}>
      <Button
        size="small"
        type={primary ? 'primary' : 'default'}
        disabled={not !== null}
        data-edit-task={task}
        onClick={() => beginEdit(task, version, draftFor(task, hazard, countyDay(), account?.name ?? ''))}
      >
        {t(`editTask.${task}`)}
      </Button>
    </Tooltip>
  );
};
