import { AimOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { type VirtualHole, virtualHole } from '../../../../domain/geology/virtual-hole.ts';
import { openGeology, useGeology } from '../../../boreholes/geology-store.ts';
import { failureText } from '../../../shell/failure-text.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { useView } from '../../../shell/view-store.ts';
import { exportVirtualHole } from './export-virtual-hole.ts';
import { HolePlaceFields } from './hole-place-fields.tsx';
import { usePlacing } from './use-placing.ts';
import { useVirtualLine } from './use-virtual-line.ts';
import { VirtualColumn } from './virtual-column.tsx';
import { VirtualTable } from './virtual-table.tsx';

interface Props {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** A hole nobody has drilled: what the model says it would meet, and how sure that is. */
export const VirtualTab = ({ catalog, bundleUrl }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = useView((state) => state.virtualHole);
  const [placing, setPlacing] = useState(at === null);
  const state = useGeology();
  const frame = useMemo(() => frameOfCatalog(catalog), [catalog]);
  useEffect(() => void openGeology(catalog, bundleUrl), [catalog, bundleUrl]);
  usePlacing(placing);
  const model = state.status === 'open' ? state.model : null;
  const bodies = state.status === 'open' ? state.bodies : null;
  const hole = useMemo(
    () => (model && bodies && at ? virtualHole(model, bodies, frame, at[0], at[1]) : null),
    [model, bodies, frame, at],
  );
  useVirtualLine(hole);
  return (
    <div className="hy-virtual">
      <div className="hy-holes-tools">
        <Button
          icon={<AimOutlined />}
          type={placing ? 'primary' : 'default'}
          aria-pressed={placing}
          data-action="place"
          onClick={() => setPlacing(!placing)}
        >
          {t('boreholes.place')}
        </Button>
        {hole && (
          <Button
            icon={<DownloadOutlined />}
            data-action="csv"
            onClick={() => exportVirtualHole(hole, catalog, t, language)}
          >
            {t('boreholes.csv')}
          </Button>
        )}
      </div>
      <HolePlaceFields catalog={catalog} frame={frame} />
      {state.status === 'failed' ? (
        <p className="hy-holes-note" role="alert">
          {failureText(state.failure, t)} <code>{state.failure.url}</code>
        </p>
      ) : state.status !== 'open' ? (
        <p className="hy-quiet hy-pad" role="status">
          {t('boreholes.loadingModel')}
        </p>
      ) : !model ? (
        <p className="hy-holes-note" data-note="no-model">
          {t('boreholes.noModel')}
        </p>
      ) : !at ? (
        <p className="hy-quiet hy-pad">{t('boreholes.placeHint')}</p>
      ) : hole ? (
        <Sunk hole={hole} />
      ) : (
        <p className="hy-holes-note" data-note="outside" role="status">
          {t('boreholes.outside')}
        </p>
      )}
    </div>
  );
};

const Sunk = ({ hole }: { readonly hole: VirtualHole }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="hy-holes-note" data-note="virtual">
        {t('boreholes.virtualNote')}
      </p>
      <div className="hy-virtual-body">
        <VirtualColumn hole={hole} />
        <VirtualTable hole={hole} />
      </div>
    </>
  );
};
