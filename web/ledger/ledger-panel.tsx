import { CloseOutlined, ReloadOutlined, SwapOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FetchFailurePage } from '../shell/fetch-failure-page.tsx';
import { formatCount } from '../shell/format-number.ts';
import { LEDGER_PAGES, type LedgerPage } from '../shell/ledger-choice.ts';
import { useLanguage } from '../shell/preferences.ts';
import { setView, useView } from '../shell/view-store.ts';
import { OpenCard } from './card/open-card.tsx';
import { EditPane } from './edit/edit-pane.tsx';
import { useEdit } from './edit/edit-store.ts';
import { NewHazardButton } from './edit/new-hazard-button.tsx';
import { GradePage } from './grade/grade-page.tsx';
import './ledger.css';
import { useSurroundings } from './ledger-context.ts';
import { type OpenLedger, reloadLedger, useLedgerOf } from './ledger-store.ts';
import { HazardList } from './list/hazard-list.tsx';
import { MajorPage } from './major/major-page.tsx';
import { reloadMajor } from './major/major-store.ts';
import { DayChoice, PastBanner } from './past-day.tsx';
import { FlowPage } from './statistics/flow-page.tsx';
import { TransferDialog } from './transfer/transfer-dialog.tsx';

/** The ledger of hidden hazards: its screens, the day it is shown as of, and the card of a hazard. */
export const LedgerPanel = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scope, room, mines, outside } = useSurroundings();
  const day = useView((state) => state.day);
  const page = useView((state) => state.ledgerPage) ?? 'list';
  const state = useLedgerOf(scope, day);
  const [transfer, setTransfer] = useState(false);
  const pages = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Beside a scene there is no room for all of them: the open one is in sight.
    pages.current
      ?.querySelectorAll('.ant-segmented-item')
      [LEDGER_PAGES.indexOf(page)]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [page]);
  return (
    <section
      className="hy-ledger"
      data-room={room}
      data-ledger={state.status}
      data-past={day !== null}
      aria-label={t('ledger.title')}
    >
      <header className="hy-ledger-top">
        <h2>{t(room === 'panel' ? 'ledger.tool' : 'ledger.title')}</h2>
        <div className="hy-ledger-pages" ref={pages}>
          <Segmented<LedgerPage>
            size="small"
            aria-label={t('ledger.screens')}
            value={page}
            options={LEDGER_PAGES.map((value) => ({ value, label: t(`ledgerPage.${value}`) }))}
            onChange={(value) => setView({ ledgerPage: value, openHazard: null })}
          />
        </div>
        <DayChoice />
        <NewHazardButton
          mines={mines}
          disabled={state.status !== 'open'}
          size="small"
          mark={{ 'data-edit-task': 'new' }}
          onBegin={() => {
            // The page of major hazards has no room for it.
            if (page === 'major') setView({ ledgerPage: 'list', openHazard: null });
          }}
        />
        <Button
          type="text"
          size="small"
          icon={<SwapOutlined />}
          aria-label={t('ledgerTransfer.open')}
          title={t('ledgerTransfer.open')}
          data-action="ledger-transfer"
          onClick={() => setTransfer(true)}
        />
        <Button
          type="text"
          size="small"
          icon={<ReloadOutlined />}
          aria-label={t('ledger.reload')}
          title={t('ledger.reload')}
          onClick={() => {
            reloadLedger();
            reloadMajor();
          }}
        />
        {room === 'panel' && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('ledger.close')}
            onClick={() => setView({ ledgerPage: null, openHazard: null })}
          />
        )}
      </header>
      {day !== null && <PastBanner on={day} />}
      {outside.length > 0 && (
        <p className="hy-ledger-outside" role="note" data-ledger-outside={outside.length}>
          <WarningFilled aria-hidden="true" />{' '}
          {t('outsideLine.ledger', {
            n: formatCount(outside.length),
            names: outside.map(({ name }) => name[language]).join(t('ledger.comma')),
          })}
        </p>
      )}
      {page === 'major' && <MajorPage on={day} />}
      {page !== 'major' && state.status === 'loading' && (
        <p className="hy-pad" role="status">
          {t('ledger.loading')}
        </p>
      )}
      {page !== 'major' && state.status === 'failed' && (
        <FetchFailurePage title={t('ledger.failed')} failure={state.failure} onRetry={reloadLedger} />
      )}
      {page !== 'major' && state.status === 'open' && <LedgerBody ledger={state} page={page} />}
      {transfer && <TransferDialog onClose={() => setTransfer(false)} />}
    </section>
  );
};

const LedgerBody = ({ ledger, page }: { readonly ledger: OpenLedger; readonly page: LedgerPage }) => {
  const { room, register } = useSurroundings();
  const open = useView((state) => state.openHazard);
  const edit = useEdit((store) => store.edit);
  const card = edit ? (
    <EditPane edit={edit} />
  ) : (
    open && <OpenCard of={open} on={ledger.on} today={ledger.today} />
  );
  return (
    <div className="hy-ledger-body" data-card={card !== null}>
      {(room === 'screen' || card === null) &&
        (page === 'flow' ? (
          <FlowPage ledger={ledger} />
        ) : page === 'grade' ? (
          <GradePage register={register} />
        ) : (
          <HazardList ledger={ledger} lacking={page === 'lacking'} />
        ))}
      {card}
    </div>
  );
};
