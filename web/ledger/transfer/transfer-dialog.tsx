import { DownloadOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../shell/failure-text.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { saveBlob } from '../../shell/save-blob.ts';
import { useView } from '../../shell/view-store.ts';
import { useSurroundings } from '../ledger-context.ts';
import { EXPORT_FORMATS, ledgerRoutes } from '../ledger-routes.ts';
import { fetchDownload } from './fetch-download.ts';
import { HeadsPart } from './heads-part.tsx';
import { ImportPart } from './import-part.tsx';
import './transfer.css';

/** The ledger out into a file and back: exports of the shown day, the template, and an import that is tried before it is taken. */
export const TransferDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { scope } = useSurroundings();
  const day = useView((state) => state.day);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<FetchFailure | null>(null);
  const majors = ledgerRoutes.majorExportUrl(scope, day);
  const save = async (url: string, name: string): Promise<void> => {
    setBusy(url);
    setFailure(null);
    const fetched = await fetchDownload(url);
    setBusy(null);
    if (fetched.ok) saveBlob(fetched.value, name);
    else setFailure(fetched.failure);
  };
  return (
    <Modal
      open
      footer={null}
      width={860}
      title={t('ledgerTransfer.title')}
      className="hy-transfer"
      onCancel={onClose}
    >
      <section>
        <h3>{t('ledgerTransfer.export')}</h3>
        <p className="hy-quiet">
          {day === null ? t('ledgerTransfer.exportNow') : t('ledgerTransfer.exportDay', { day })}
        </p>
        <div className="hy-transfer-buttons">
          {EXPORT_FORMATS.map((format) => {
            const url = ledgerRoutes.exportUrl(scope, format, day);
            return (
              <Button
                key={format}
                icon={<DownloadOutlined />}
                loading={busy === url}
                data-export={format}
                onClick={() => void save(url, `${scope.id}-ledger${day === null ? '' : `-${day}`}.${format}`)}
              >
                {t(`ledgerFormat.${format}`)}
              </Button>
            );
          })}
          <Button
            icon={<DownloadOutlined />}
            loading={busy === majors}
            data-export="major"
            onClick={() =>
              void save(majors, `${scope.id}-major-hazards${day === null ? '' : `-${day}`}.xlsx`)
            }
          >
            {t('ledgerTransfer.major')}
          </Button>
        </div>
      </section>
      <section>
        <h3>{t('ledgerTransfer.import')}</h3>
        <p className="hy-quiet">{t('ledgerTransfer.importHint')}</p>
        <div className="hy-transfer-buttons">
          <Button
            size="small"
            icon={<DownloadOutlined />}
            loading={busy === ledgerRoutes.templateUrl}
            data-action="ledger-template"
            onClick={() => void save(ledgerRoutes.templateUrl, 'hyalite-ledger-template.xlsx')}
          >
            {t('ledgerTransfer.template')}
          </Button>
        </div>
        <ImportPart />
      </section>
      {scope.of === 'county' && (
        <HeadsPart county={scope.id} on={day} saving={busy} save={(url, name) => void save(url, name)} />
      )}
      {failure && (
        <p role="alert" className="hy-transfer-failure">
          ✗ {failureText(failure, t)} {failure.kind !== 'wrong-shape' && failure.detail}
        </p>
      )}
    </Modal>
  );
};
