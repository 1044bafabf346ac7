import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../shell/failure-text.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { formatCount } from '../../shell/format-number.ts';
import { ledgerRoutes } from '../ledger-routes.ts';

interface Props {
  readonly id: string;
  readonly mine: string;
  /** SHA-256 of the attachment; null: none. */
  readonly file: string | null;
  readonly onChange: (file: string | null) => void;
}

/** Hands a file in at once and keeps its hash; the gateway decides which kinds and sizes it takes. */
export const AttachmentField = ({ id, mine, file, onChange }: Props) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const [failure, setFailure] = useState<FetchFailure | null>(null);
  const hand = async (chosen: File): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const fetched = await ledgerRoutes.attach(mine, chosen);
    setBusy(false);
    if (!fetched.ok) {
      setFailure(fetched.failure);
      return;
    }
    setName(`${fetched.value.name} (${formatCount(fetched.value.bytes)} B)`);
    onChange(fetched.value.sha256);
  };
  return (
    <div className="hy-attachment-field">
      <input
        ref={input}
        id={id}
        type="file"
        className="hy-unseen"
        data-field="attachment-file"
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          target.value = '';
          if (chosen) void hand(chosen);
        }}
      />
      {file ? (
        <>
          <span>
            <PaperClipOutlined aria-hidden="true" /> {name ?? file.slice(0, 16)}
          </span>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('hazardEdit.noAttachment')}
            onClick={() => onChange(null)}
          />
        </>
      ) : (
        <Button size="small" icon={<UploadOutlined />} loading={busy} onClick={() => input.current?.click()}>
          {t('hazardEdit.attach')}
        </Button>
      )}
      {failure && (
        <p role="alert" className="hy-bad">
          ✗ {failureText(failure, t)} {failure.kind !== 'wrong-shape' && <span>{failure.detail}</span>}
        </p>
      )}
    </div>
  );
};
