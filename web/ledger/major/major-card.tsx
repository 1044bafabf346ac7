import { CloseOutlined, LockOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../domain/accounts/may.ts';
import { MAJOR_SOURCES, type MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import type { MovedDeadline } from '../../../domain/contracts/moved-deadline.ts';
import { daysOverdue, FIVE_FIXED, missingFixed } from '../../../domain/hazards/five-fixed.ts';
import { daysPastListing } from '../../../domain/major-hazards/listing-end.ts';
import { isOpenMajor } from '../../../domain/major-hazards/repeat.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { SourceText } from '../../live/source-text.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { setView } from '../../shell/view-store.ts';
import { countyDay } from '../county-day.ts';
import { FixedProgress } from '../fixed-progress.tsx';
import { useNotAllowed } from '../ledger-account.ts';
import { useNameOfLayer, useSurroundings } from '../ledger-context.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import { MovedSign } from '../moved-sign.tsx';
import { MajorHistory } from './major-history.tsx';
import { MajorLinks } from './major-links.tsx';
import { beginMajor, type HazardEntry, type MajorTask } from './major-store.ts';
import { listedText, majorFieldText } from './major-words.ts';
import { majorDraft, tasksOf } from './start-major.ts';

const NEEDS: Readonly<Partial<Record<MajorTask, Action>>> = {
  confirm: 'list-major-hazard',
  unfounded: 'list-major-hazard',
  list: 'list-major-hazard',
  close: 'close-hazard',
  'hand-in': 'close-hazard',
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

interface CardProps {
  readonly entry: HazardEntry;
  /** The past day that is shown; null: now. */
  readonly on: string | null;
  /** How its deadline was moved up to then; null: it never was. */
  readonly moved: MovedDeadline | null;
}

/** The states it goes through; what the public reported is looked into first. */
const stepsOf = ({ source, state }: MajorHazard): readonly MajorHazard['state'][] =>
  state === 'unfounded'
    ? ['reported', 'unfounded']
    : [...(source === 'public-report' ? (['reported'] as const) : []), 'confirmed', 'rectifying', 'closed'];

/** All of one major hazard, and what comes next. */
export const MajorCard = ({ entry: { version, hazard }, on, moved }: CardProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameOfMine } = useSurroundings();
  const nameOfLayer = useNameOfLayer(hazard.mine);
  const { listed, closeOut, inspection } = hazard;
  const tasks = tasksOf(hazard);
  const steps = stepsOf(hazard);
  const mayNotList = useNotAllowed('list-major-hazard');
  const mayNotReport = useNotAllowed('write-hazard');
  const notAllowed = mayNotList === null ? null : mayNotReport;
  const isOpen = isOpenMajor(hazard.state);
  const pastListing = daysPastListing(hazard, on ?? countyDay());
  // Nothing is owed for what is not confirmed.
  const isOwed = isOpen || hazard.state === 'closed';
  const overdue = isOpen
    ? daysOverdue({ fiveFixed: hazard.fiveFixed, state: 'treating' }, on ?? countyDay())
    : null;
  return (
    <article className="hy-hazard-card" data-major-card={hazard.id} aria-label={hazard.title}>
      <header>
        <div>
          <h2>
            <SourceText text={hazard.title} />
          </h2>
          <p className="hy-quiet">
            {hazard.id} · {nameOfMine(hazard.mine)}
          </p>
        </div>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('hazardCard.close')}
          onClick={() => setView({ openHazard: null })}
        />
      </header>
      <ol className="hy-hazard-steps" aria-label={t('hazardField.state')}>
        {steps.map((state, at) => (
          <li
            key={state}
            aria-current={state === hazard.state ? 'step' : undefined}
            data-past={at < steps.indexOf(hazard.state)}
          >
            {t(`majorState.${state}`)}
          </li>
        ))}
      </ol>
      {notAllowed !== null && (
        <p className="hy-hazard-may" data-may-not>
          <LockOutlined aria-hidden="true" /> {notAllowed}
        </p>
      )}
      <div className="hy-close-actions hy-major-next">
        {tasks
          .filter((task) => task !== 'link' && task !== 'fixed' && task !== 'describe')
          .map((task, at) => (
            <TaskButton key={task} task={task} entry={{ version, hazard }} primary={at === 0} />
          ))}
      </div>
      <section className="hy-hazard-part" data-part="found">
        <h3>
          <span>{t('major.found')}</span>
          {tasks.includes('describe') && <TaskButton task="describe" entry={{ version, hazard }} />}
        </h3>
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
            {listed && (
              <>
                ⚑ {listedText(hazard, t)}
                {isOpen && pastListing === null && (
                  <strong className="hy-bad"> ✗ {t('major.noListedEnd')}</strong>
                )}
                {(pastListing ?? 0) > 0 && (
                  <strong className="hy-bad"> ✗ {t('major.listedPast', { n: pastListing })}</strong>
                )}
              </>
            )}
          </Row>
          <Row name={t('major.closeOut')}>
            {closeOut && (
              <>
                {closeOut.on} · <SourceText text={closeOut.by} /> · <SourceText text={closeOut.found} />{' '}
                <CloseOutReport mine={hazard.mine} report={closeOut.report} />
              </>
            )}
          </Row>
          {closeOut && (
            <Row name={t('major.acceptedBy')}>
              {closeOut.accepted && (
                <>
                  {closeOut.accepted.on} · <SourceText text={closeOut.accepted.by} />
                </>
              )}
            </Row>
          )}
        </dl>
      </section>
      <section className="hy-hazard-part" data-part="links">
        <h3>
          <span>{t('major.links')}</span>
          {tasks.includes('link') && <TaskButton task="link" entry={{ version, hazard }} />}
        </h3>
        <MajorLinks hazard={hazard} />
      </section>
      <section className="hy-hazard-part" data-part="fixed">
        <h3>
          <span>{t('major.fixed')}</span>
          {isOwed && <FixedProgress missing={missingFixed(hazard.fiveFixed)} />}
          {tasks.includes('fixed') && <TaskButton task="fixed" entry={{ version, hazard }} />}
        </h3>
        <dl>
          {FIVE_FIXED.map((item) => {
            const text = majorFieldText(version.entry, item, { t, nameOfLayer });
            return (
              <div
                key={item}
                className="hy-attribute"
                data-field={item}
                data-missing={isOwed && text === null}
              >
                <dt>{t(`majorField.${item}`)}</dt>
                <dd>
                  {text === null && !isOwed ? (
                    <span className="hy-unknown">{t('hazardCard.notGiven')}</span>
                  ) : text === null ? (
                    <strong className="hy-bad">✗ {t('hazardCard.missing')}</strong>
                  ) : (
                    <SourceText text={text} />
                  )}
                  {item === 'deadline' && overdue !== null && overdue > 0 && (
                    <strong className="hy-bad"> ⚠ {t('ledger.overdue', { n: overdue })}</strong>
                  )}
                  {item === 'deadline' && <MovedSign moved={moved} whole />}
                </dd>
              </div>
            );
          })}
        </dl>
      </section>
      {/* A newer version means that there is more to read. */}
      <MajorHistory key={version.number} shown={version} mine={hazard.mine} />
    </article>
  );
};

const CloseOutReport = ({ mine, report }: { readonly mine: string; readonly report: string | null }) => {
  const { t } = useTranslation();
  return report === null ? (
    <strong className="hy-bad">✗ {t('major.noCloseReport')}</strong>
  ) : (
    <a href={ledgerRoutes.attachmentUrl(mine, report)} download title={report} data-attachment={report}>
      <PaperClipOutlined aria-hidden="true" /> {t('major.closeReport')}
    </a>
  );
};

interface TaskProps {
  readonly task: ReturnType<typeof tasksOf>[number];
  readonly entry: HazardEntry;
  readonly primary?: boolean;
}

const TaskButton = ({ task, entry: { version, hazard }, primary = false }: TaskProps) => {
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
        type={primary ? 'primary' : 'default'}
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
