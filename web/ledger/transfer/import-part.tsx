import { UploadOutlined } from '@ant-design/icons';
import { Button, Select, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerImport } from '../../../domain/contracts/ledger.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { failureText } from '../../shell/failure-text.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { formatCount } from '../../shell/format-number.ts';
import { ownMines, useNotAllowed } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import { reloadLedger } from '../ledger-store.ts';
import { ChangeTable } from './change-table.tsx';
import { FarRows } from './far-rows.tsx';
import { RejectTable } from './reject-table.tsx';

/** A file is tried first: what it would add and change, and every row that would not be taken; then it is taken. */
export const ImportPart = () => {
  const { t } = useTranslation();
  const { mines: shown, nameOfMine } = useSurroundings();
  const account = useAccount();
  const mines = ownMines(account, shown);
  const [mine, setMine] = useState<string | null>(mines.length === 1 ? mines[0]! : null);
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<LedgerImport | null>(null);
  const [whyFar, setWhyFar] = useState('');
  /** The reason the shown result was tried with. */
  const [tried, setTried] = useState('');
  const [failure, setFailure] = useState<FetchFailure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const not = useNotAllowed('import-ledger');
  const send = async (chosen: File, dry: boolean, why: string): Promise<void> => {
    if (mine === null) return;
    setTried(why);
    setBusy(true);
    setFailure(null);
    const fetched = await ledgerRoutes.import(mine, chosen, dry, why);
    setBusy(false);
    if (!fetched.ok) {
      setFailure(fetched.failure);
      return;
    }
    setResult(fetched.value);
    if (!dry) reloadLedger();
  };
  const writes = result ? result.added.length + result.changed.length : 0;
  return (
    <div className="hy-import" data-import={result === null ? 'none' : result.dry ? 'tried' : 'taken'}>
      <div className="hy-transfer-buttons">
        {mines.length > 1 && (
          <Select
            className="hy-import-mine"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('ledgerTransfer.ofMine')}
            aria-label={t('ledgerTransfer.ofMine')}
            value={mine}
            options={mines.map((value) => ({ value, label: nameOfMine(value) }))}
            onChange={(value) => {
              setMine(value);
              setResult(null);
            }}
          />
        )}
        <input
          ref={input}
          type="file"
          accept=".xlsx,.geojson,.json,.gpkg"
          className="hy-unseen"
          aria-label={t('ledgerTransfer.choose')}
          tabIndex={-1}
          data-field="import-file"
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            target.value = '';
            if (!chosen) return;
            setFile(chosen);
            setResult(null);
            setWhyFar('');
            void send(chosen, true, '');
          }}
        />
        <Tooltip title={not}>
          <Button
            icon={<UploadOutlined />}
            loading={busy}
            disabled={not !== null || mine === null}
            onClick={() => input.current?.click()}
          >
            {t('ledgerTransfer.choose')}
          </Button>
        </Tooltip>
      </div>
      {failure && (
        <p role="alert" className="hy-transfer-failure">
          ✗ {failureText(failure, t)} {failure.kind !== 'wrong-shape' && failure.detail}
        </p>
      )}
      {result && (
        <>
          <p role="status">
            <strong>
              {result.dry
                ? t('ledgerTransfer.tried', { file: result.file })
                : `✓ ${t('ledgerTransfer.taken', { file: result.file })}`}
            </strong>{' '}
            {t('ledgerTransfer.counts', {
              rows: formatCount(result.rows),
              added: formatCount(result.added.length),
              changed: formatCount(result.changed.length),
              unchanged: formatCount(result.unchanged.length),
              rejects: formatCount(result.rejects.length),
            })}
          </p>
          {result.changes.length > 0 && <ChangeTable changes={result.changes} />}
          {result.rejects.length > 0 && <RejectTable rejects={result.rejects} />}
          {result.far.length > 0 && (
            <FarRows
              result={result}
              whyFar={whyFar}
              isTaken={tried !== ''}
              onWhy={setWhyFar}
              busy={busy}
              onAgain={file && (() => void send(file, true, whyFar.trim()))}
            />
          )}
          {result.dry && file && (
            <Button
              type="primary"
              loading={busy}
              disabled={writes === 0}
              data-action="take-import"
              onClick={() => void send(file, false, tried)}
            >
              {writes === 0
                ? t('ledgerTransfer.nothing')
                : t('ledgerTransfer.take', { n: formatCount(writes) })}
            </Button>
          )}
        </>
      )}
    </div>
  );
};
