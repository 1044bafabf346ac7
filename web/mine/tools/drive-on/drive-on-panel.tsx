import { CloseOutlined, DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { saveBlob } from '../../../shell/save-blob.ts';
import { setView } from '../../../shell/view-store.ts';
import { answerCsv, holesCsv } from './answer-csv.ts';
import { AnswerNotes } from './answer-notes.tsx';
import { type OpenAnswer, useDriveOn } from './drive-on-store.ts';
import { HeadingDetail } from './heading-detail.tsx';
import { HeadingList } from './heading-list.tsx';

interface Props {
  readonly catalog: Catalog;
  /** Id of the open heading; null: all. */
  readonly heading: string | null;
}

/** "May we drive on?" beside the picture: all headings, or one. */
export const DriveOnPanel = ({ catalog, heading }: Props) => {
  const { t } = useTranslation();
  const state = useDriveOn((one) => one.state);
  return (
    <section className="hy-drive" aria-label={t('driveOn.title')} data-drive={state.status}>
      <header>
        <h2>{t('driveOn.title')}</h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('driveOn.close')}
          onClick={() => setView({ driveOn: null })}
        />
      </header>
      {catalog.provenance === 'synthetic' && <p className="hy-drive-unproven">{t('driveOn.synthetic')}</p>}
      {(state.status === 'loading' || state.status === 'none') && (
        <p role="status" className="hy-drive-quiet">
          {t('driveOn.loading')}
        </p>
      )}
      {state.status === 'failed' && <p role="alert">{t('driveOn.failed', { detail: state.detail })}</p>}
      {state.status === 'no-file' && <p role="alert">{t('driveOn.noFile')}</p>}
      {state.status === 'open' && <Answer {...state} catalog={catalog} heading={heading} />}
    </section>
  );
};

const Answer = ({ answer, facts, catalog, heading }: OpenAnswer & Props) => {
  const { t } = useTranslation();
  const { headings } = answer.report;
  const open = headings.find((one) => one.heading === heading);
  const save = (text: string, type: string, name: string) =>
    saveBlob(new Blob([text], { type }), `${catalog.mineId}-${name}`);
  return (
    <>
      <div className="hy-drive-actions">
        <Button size="small" icon={<PrinterOutlined />} data-action="print" onClick={() => window.print()}>
          {t('driveOn.print')}
        </Button>
        <Button
          size="small"
          icon={<DownloadOutlined />}
          data-action="csv"
          onClick={() => save(answerCsv(answer, t), 'text/csv', 'drive-on.csv')}
        >
          {t('driveOn.csv')}
        </Button>
        <Button
          size="small"
          icon={<DownloadOutlined />}
          data-action="csv-holes"
          onClick={() => save(holesCsv(answer, facts, t), 'text/csv', 'probe-holes.csv')}
        >
          {t('driveOn.csvHoles')}
        </Button>
        <Button
          size="small"
          icon={<DownloadOutlined />}
          data-action="json"
          onClick={() => save(`${JSON.stringify(answer, null, 1)}\n`, 'application/json', 'drive-on.json')}
        >
          {t('driveOn.json')}
        </Button>
      </div>
      {headings.length === 0 ? (
        <p>{t('driveOn.noHeadings')}</p>
      ) : open ? (
        <HeadingDetail heading={open} answer={answer} facts={facts} />
      ) : (
        <HeadingList answer={answer} facts={facts} />
      )}
      <AnswerNotes answer={answer} facts={facts} />
    </>
  );
};
