import { CloseOutlined, DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { useLive } from '../../../live/live-store.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import '../../../shell/print.css';
import { saveBlob } from '../../../shell/save-blob.ts';
import { DUTIES, type DutyKind } from '../../../shell/view-state.ts';
import { setView, useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { CoveragePage } from './coverage-page.tsx';
import { dutiesCsv } from './duties-csv.ts';
import { type WaysFrom, waysFrom } from './ways-from.ts';
import './duties.css';
import { type OpenDuties, useDuties } from './duties-store.ts';
import { coverageLines, escapeLines, hotWorkLines } from './duty-lines.ts';
import { EscapePage } from './escape-page.tsx';
import { HotWorkPage } from './hot-work-page.tsx';
import { openDuties } from './open-duties.ts';
import { RightPage } from './right-page.tsx';
import { dayIn } from './today.ts';

const TITLES = {
  coverage: 'duties.coverage',
  escape: 'duties.escape',
  'hot-work': 'duties.hotWork',
  right: 'duties.right',
} as const satisfies Record<DutyKind, string>;
const OVERLAY = 'duties';

interface Props {
  readonly duty: DutyKind;
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** What rules ask of the mine and its model can answer: panel, lines in the scene, and the sheet that is printed. */
export default function DutiesScene({ duty, catalog, bundleUrl }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  const today = dayIn(setup?.timeZone ?? null, Date.now());
  const rules = useMemo(
    () => setup && { layout: setup.rules.layout ?? [], surveyScopes: setup.rules.surveyScopes ?? [] },
    [setup],
  );
  useEffect(() => openDuties(catalog, bundleUrl, rules, today), [catalog, bundleUrl, rules, today]);
  const state = useDuties((one) => one.state);
  const up = catalog.extent.max[2];
  const wayFrom = useView((view) => view.wayFrom);
  const from = duty === 'escape' ? wayFrom : null;
  const ways = useMemo(
    () => (state.status === 'open' && from !== null ? waysFrom(state, from) : null),
    [state, from],
  );
  useDutyLines(duty, state.status === 'open' ? state : null, up, ways);
  const { mineId: mine } = catalog;
  const page = state.status === 'open' && <Page {...{ duty, mine, up, from, ways }} open={state} />;
  return (
    <>
      <section className="hy-duties" aria-label={t('duties.tool')} data-duties={state.status}>
        <header>
          <h2>{t('duties.tool')}</h2>
          {state.status === 'open' && (
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined />}
              data-action="duties-csv"
              aria-label={t('duties.csv')}
              title={t('duties.csv')}
              onClick={() =>
                saveBlob(
                  new Blob([dutiesCsv(duty, state, ways, t, language)], { type: 'text/csv' }),
                  `${catalog.mineId}-duty-${duty}.csv`,
                )
              }
            />
          )}
          <Button
            type="text"
            size="small"
            icon={<PrinterOutlined />}
            aria-label={t('duties.print')}
            title={t('duties.print')}
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
          aria-label={t('duties.kind')}
          value={duty}
          options={DUTIES.map((value) => ({ value, label: t(TITLES[value]) }))}
          onChange={(value) => setView({ duty: value })}
        />
        {catalog.provenance === 'synthetic' && <p className="hy-duties-wrong">{t('driveOn.synthetic')}</p>}
        {state.status === 'loading' && <p role="status">{t('duties.loading')}</p>}
        {state.status === 'failed' && <p role="alert">{t('duties.failed', { detail: state.detail })}</p>}
        {page}
      </section>
      {state.status === 'open' &&
        createPortal(
          <article className="hy-print">
            <h1>
              {catalog.name[language]} · {t(duty === 'hot-work' ? 'duties.hotNotice' : TITLES[duty])}
            </h1>
            {catalog.provenance === 'synthetic' && <p>{t('driveOn.synthetic')}</p>}
            {page}
            <p>
              {state.duties.today} · {t('driveOn.revision', { revision: state.facts.inputHash.slice(0, 16) })}
            </p>
            <p className="hy-print-signed">
              <span>{t('driveOn.signed')}</span>
              <span>{t('driveOn.signedDate')}</span>
            </p>
          </article>,
          document.body,
        )}
    </>
  );
}

interface PageProps {
  readonly duty: DutyKind;
  readonly mine: string;
  readonly open: OpenDuties;
  readonly up: number;
  readonly from: string | null;
  readonly ways: WaysFrom | null;
}

const Page = ({ duty, mine, open, up, from, ways }: PageProps) => {
  switch (duty) {
    case 'coverage':
      return <CoveragePage open={open} up={up} />;
    case 'escape':
      return <EscapePage open={open} from={from} ways={ways} />;
    case 'hot-work':
      return <HotWorkPage open={open} />;
    case 'right':
      return <RightPage open={open} mine={mine} />;
  }
};

const useDutyLines = (duty: DutyKind, open: OpenDuties | null, up: number, ways: WaysFrom | null): void => {
  const view = useSession((session) => session.view);
  useEffect(() => {
    const lines =
      open === null || duty === 'right'
        ? null
        : duty === 'coverage'
          ? coverageLines(open, open.duties.coverage ?? [], up)
          : duty === 'escape'
            ? escapeLines(open, ways)
            : hotWorkLines(open);
    view?.live.setOverlay(OVERLAY, lines);
    return () => view?.live.setOverlay(OVERLAY, null);
  }, [view, duty, open, up, ways]);
};
