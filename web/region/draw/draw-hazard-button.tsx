import { EditOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../../ledger/edit/edit-store.ts';
import { NewHazardButton } from '../../ledger/edit/new-hazard-button.tsx';
import { useView } from '../../shell/view-store.ts';
import { useMines } from '../county-files.ts';
import { useHasLedger } from '../map/use-has-ledger.ts';
import { beginDrawing } from './draw-store.ts';

/** Registers a new hazard by drawing it on the map: of the picked mine where it is one's own, else of the first that is. */
export const DrawHazardButton = () => {
  const { t } = useTranslation();
  const mines = useMines();
  const pick = useView((state) => state.regionPick);
  const isEditing = useEdit(({ edit }) => edit !== null);
  if (!useHasLedger()) return null;
  return (
    <NewHazardButton
      mines={mines.status === 'open' ? mines.value.map(({ id }) => id) : []}
      preferred={pick?.kind === 'mine' ? pick.id : null}
      disabled={isEditing}
      title={t('mapDraw.new')}
      icon={<EditOutlined />}
      placement="left"
      mark={{ 'data-action': 'draw-hazard' }}
      onBegin={() => beginDrawing('hazard')}
    />
  );
};
