import { CloseOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../domain/accounts/may.ts';
import { MAJOR_SOURCES } from '../../../domain/contracts/major-hazard.ts';
import { missingFixed } from '../../../domain/hazards/five-fixed.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { SourceText } from '../../live/source-text.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { setView } from '../../shell/view-store.ts';
import { countyDay } from '../county-day.ts';
import { FixedProgress } from '../fixed-progress.tsx';
import { useNotAllowed } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { beginMajor, type HazardEntry, type MajorTask, useMajor } from './major-store.ts';
import { majorDraft, tasksOf } from './start-major.ts';

const NEEDS: Readonly<Partial<Record<MajorTask, Action>>> = {
  confirm: 'list-major-hazard',
  unfounded: 'list-major-hazard',
  list: 'list-major-hazard',
  close: 'close-hazard',
  reopen: 'close-hazard',
};

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode | null }) => {
  const { t } = useTranslation();
  return (
    <div className="hy-attribute">
      <dt>{name}</dt>
      <dd>{children ?? <span className="hy-unknown">{t('hazardCard.notGiven')}</span>}</dd>
    </div>
  );
};

/** All of one major hazard, and what comes next. */
export const MajorCard = ({ entry: { version, hazard } }: { readonly entry: HazardEntry }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameOfMine } = useSurroundings();
  const { listed, closeOut, inspection } = hazard;
  return (
    <article className="hy-hazard-card" data-major-card={hazard.id} aria-label={hazard.title}>
      <header>
        <div>
          <h2>
            <SourceText text={hazard.title} />
          </h2>
          <p className="hy-quiet">
            {hazard.id} · {nameOfMine(hazard.mine)} · {t(`majorState.${hazard.state}`)}
          </p>
        </div>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('hazardCard.close')}
          onClick={() => useMajor.setState({ open: null })}
        />
      </header>
      <section className="hy-hazard-part">
        <dl>
          <Row name={t('major.what')}>
            <SourceText text={hazard.what} />
          </Row>
          <Row name={t('major.criterion')}>{hazard.criterion && <SourceText text={hazard.criterion} />}</Row>
          <Row name={t('major.source')}>
            {MAJOR_SOURCES[hazard.source][language]}
            {inspection && ` · ${inspection.office}（${t(`authorityLevel.${inspection.level}`)}）`}
          </Row>
          <Row name={t('hazardField.found')}>
            {hazard.found.on} · <SourceText text={hazard.found.by} />
          </Row>
          <Row name={t('major.whileProducing')}>
            {hazard.whileProducing === null ? null : hazard.whileProducing ? (
              <span className="hy-bad">✗ {t('app.yes')}</span>
            ) : (
              t('app.no')
            )}
          </Row>
          <Row name={t('major.listing')}>
            {listed
              ? `⚑ ${listed.office}（${t(`authorityLevel.${listed.level}`)}） · ${listed.on}${listed.until ? ` → ${listed.until}` : ''}`
              : null}
          </Row>
          <Row name={t('major.fixed')}>
            <FixedProgress missing={missingFixed(hazard.fiveFixed)} />
          </Row>
          <Row name={t('hazardField.deadline')}>{hazard.fiveFixed.deadline}</Row>
          <Row name={t('major.closeOut')}>
            {closeOut && (
              <>
                {closeOut.on} · <SourceText text={closeOut.by} /> · <SourceText text={closeOut.found} />
              </>
            )}
          </Row>
          {hazard.hazards.length > 0 && (
            <Row name={t('major.hidden')}>
              {hazard.hazards.map((id) => (
                <button
                  key={id}
                  type="button"
                  className="hy-link"
                  onClick={() =>
                    setView({ ledgerPage: 'list', openHazard: { mine: hazard.mine, hazard: id } })
                  }
                >
                  {id} →
                </button>
              ))}
            </Row>
          )}
        </dl>
        <p className="hy-quiet">
          {t('hazardCard.version', { n: version.number })} · <SourceText text={version.writtenBy.name} /> ·{' '}
          <SourceText text={version.reason} />
        </p>
        <div className="hy-close-actions">
          {tasksOf(hazard).map((task) => (
            <TaskButton key={task} task={task} entry={{ version, hazard }} />
          ))}
        </div>
      </section>
    </article>
  );
};

interface TaskProps {
  readonly task: ReturnType<typeof tasksOf>[number];
  readonly entry: HazardEntry;
}

const TaskButton = ({ task, entry: { version, hazard } }: TaskProps) => {
  const { t } = useTranslation();
  const account = useAccount();
  const mayList = useNotAllowed('list-major-hazard');
  const mayReport = useNotAllowed('write-hazard');
  const needed = useNotAllowed(NEEDS[task] ?? 'read');
  // Rectifying and the five are the mine's and the county's alike.
  const not = NEEDS[task] ? needed : mayList === null ? null : mayReport;
  return (
    <Tooltip title={not}>
      <Button
        size="small"
        disabled={not !== null}
        data-major-task={task}
        onClick={() =>
          beginMajor(task, version, {
            kind: 'hazard',
            hazard: majorDraft(task, hazard, countyDay(), account?.name ?? ''),
          })
        }
      >
        {t(`majorTask.${task}`)}
      </Button>
    </Tooltip>
  );
};
