import { EditOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../accounts/use-account.ts';
import { countyDay } from '../../ledger/county-day.ts';
import { beginEdit, useEdit } from '../../ledger/edit/edit-store.ts';
import { idPrefix, newHazard, TASK_NEEDS } from '../../ledger/edit/start-edit.ts';
import { ownMines, useNotAllowed } from '../../ledger/ledger-account.ts';
import { ledgerRoutes } from '../../ledger/ledger-routes.ts';
import { useView } from '../../shell/view-store.ts';
import { useMines } from '../county-files.ts';
import { useHasLedger } from '../map/use-has-ledger.ts';
import { beginDrawing } from './draw-store.ts';

/** Registers a new hazard by drawing it on the map: of the picked mine where it is one's own, else of the first that is. */
export const DrawHazardButton = () => {
  const { t } = useTranslation();
  const account = useAccount();
  const mines = useMines();
  const pick = useView((state) => state.regionPick);
  const isEditing = useEdit(({ edit }) => edit !== null);
  const [busy, setBusy] = useState(false);
  const not = useNotAllowed(TASK_NEEDS.new);
  const own =
    mines.status === 'open'
      ? ownMines(
          account,
          mines.value.map(({ id }) => id),
        )
      : [];
  const mine = pick?.kind === 'mine' && own.includes(pick.id) ? pick.id : own[0];
  if (!useHasLedger()) return null;
  const begin = async (of: string): Promise<void> => {
    setBusy(true);
    const today = countyDay();
    const taken = await ledgerRoutes.takenIds(of, idPrefix(today));
    setBusy(false);
    beginEdit('new', null, newHazard(of, taken, today, account?.name ?? ''));
    beginDrawing();
  };
  const title = t('mapDraw.new');
  return (
    <Tooltip title={not ?? title} placement="left">
      <Button
        icon={<EditOutlined />}
        aria-label={title}
        loading={busy}
        disabled={not !== null || mine === undefined || isEditing}
        data-action="draw-hazard"
        onClick={() => mine !== undefined && void begin(mine)}
      />
    </Tooltip>
  );
};
