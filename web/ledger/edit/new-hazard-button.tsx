import { PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../accounts/use-account.ts';
import { countyDay } from '../county-day.ts';
import { ownMines, useNotAllowed } from '../ledger-account.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import { beginEdit } from './edit-store.ts';
import { idPrefix, newHazard, TASK_NEEDS } from './start-edit.ts';

interface Props {
  /** Mines that are shown; of those that are one's own the first is taken. */
  readonly mines: readonly string[];
  /** Taken before the first where it is one's own; null: none is. */
  readonly preferred?: string | null;
  readonly disabled?: boolean;
  /** Left out: as the task is called. */
  readonly title?: string;
  readonly icon?: ReactNode;
  readonly placement?: ComponentProps<typeof Tooltip>['placement'];
  readonly size?: ComponentProps<typeof Button>['size'];
  /** How tests and scripts find it. */
  readonly mark: Readonly<Record<`data-${string}`, string>>;
  readonly onBegin: () => void;
}

/** Begins a new hazard. */
export const NewHazardButton = (props: Props) => {
  const { t } = useTranslation();
  const { mines, preferred = null, disabled = false, placement = 'top', size = 'middle' } = props;
  const account = useAccount();
  const own = ownMines(account, mines);
  const mine = preferred !== null && own.includes(preferred) ? preferred : own[0];
  const not = useNotAllowed(TASK_NEEDS.new);
  const title = props.title ?? t('editTask.new');
  const [busy, setBusy] = useState(false);
  const begin = async (of: string): Promise<void> => {
    setBusy(true);
    const today = countyDay();
    const taken = await ledgerRoutes.takenIds(of, idPrefix(today));
    setBusy(false);
    beginEdit('new', null, newHazard(of, taken, today, account?.name ?? ''));
    props.onBegin();
  };
  return (
    <Tooltip title={not ?? title} placement={placement}>
      <Button
        size={size}
        icon={props.icon ?? <PlusOutlined />}
        aria-label={title}
        loading={busy}
        disabled={disabled || not !== null || mine === undefined}
        {...props.mark}
        onClick={() => mine !== undefined && void begin(mine)}
      />
    </Tooltip>
  );
};
