import { CloseOutlined, DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import '../../../shell/print.css';
import { saveBlob } from '../../../shell/save-blob.ts';
import { DUTIES, type DutyKind } from '../../../shell/view-state.ts';
import { setView } from '../../../shell/view-store.ts';
import './duties.css';

const TITLES = {
  due: 'duties.due',
  coverage: 'duties.coverage',
  escape: 'duties.escape',
  'hot-work': 'duties.hotWork',
  right: 'duties.right',
} as const satisfies Record<DutyKind, string>;

interface Props {
  readonly duty: DutyKind;
  readonly catalog: Catalog;
  /** Where it stands with what is shown, for tests and style. */
  readonly status: string;
  /** The page as a table; null: there is none yet. */
  readonly csv: (() => string) | null;
  /** The page on paper, and what it rests on; null: there is nothing to print yet. */
  readonly print: { readonly page: ReactNode; readonly foot: string } | null;
  readonly children: ReactNode;
}

/** The panel of a mine's duties: its head, the choice of page, the page, and the sheet that is printed. */
export const DutiesFrame = ({ duty, catalog, status, csv, print, children }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <section className="hy-duties" aria-label={t('duties.tool')} data-duties={status}>
        <header>
          <h2>{t('duties.tool')}</h2>
          {csv && (
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined />}
              data-action="duties-csv"
              aria-label={t('duties.csv')}
              title={t('duties.csv')}
              onClick={() =>
                saveBlob(new Blob([csv()], { type: 'text/csv' }), `${catalog.mineId}-duty-${duty}.csv`)
              }
            />
          )}
          <Button
            type="text"
            size="small"
            icon={<PrinterOutlined />}
            aria-label={t('duties.print')}
            title={t('duties.print')}
            disabled={print === null}
            onClick={() => window.print()}
          />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('duties.close')}
            onClick={() => setView({ duty: null })}
          />
        </header>
        <Segmented<DutyKind>
          size="small"
          className="hy-duties-kinds"
          aria-label={t('duties.kind')}
          value={duty}
          options={DUTIES.map((value) => ({ value, label: t(TITLES[value]) }))}
          onChange={(value) => setView({ duty: value })}
        />
        {catalog.provenance === 'synthetic' && <p className="hy-duties-wrong">{t('driveOn.synthetic')}</p>}
        {children}
      </section>
      {print &&
        createPortal(
          <article className="hy-print">
            <h1>
              {catalog.name[language]} · {t(duty === 'hot-work' ? 'duties.hotNotice' : TITLES[duty])}
            </h1>
            {catalog.provenance === 'synthetic' && <p>{t('driveOn.synthetic')}</p>}
            {print.page}
            <p>{print.foot}</p>
            <p className="hy-print-signed">
              <span>{t('driveOn.signed')}</span>
              <span>{t('driveOn.signedDate')}</span>
            </p>
          </article>,
          document.body,
        )}
    </>
  );
};
