import { FileDoneOutlined, FileTextOutlined } from '@ant-design/icons';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../domain/accounts/demo-names.ts';
import { PLAN_GAPS, type PlanGap, type PlanGapKind } from '../../domain/contracts/regional-plan.ts';
import type { PlanList, PlanView } from '../../domain/contracts/regional-plan-api.ts';
import { GAP_WORDS } from '../../domain/regional-plan/gap-words.ts';
import { grouped } from '../../domain/regional-plan/plan-sources.ts';
import { useLanguage } from '../shell/preferences.ts';
import { setView } from '../shell/view-store.ts';
import { planSections, sectionOfGap } from './plan-sections.ts';

/** Years with their drafts and versions, the newest first. */
export const PlanVersions = ({ list, open }: { list: PlanList; open: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <nav className="hy-plan-versions" aria-label={t('regionalPlan.versions')}>
      <h3>{t('regionalPlan.versions')}</h3>
      <ul>
        {list.years.map((year) => (
          <li key={year}>
            <button
              type="button"
              data-plan={year}
              aria-current={open === String(year) ? 'true' : undefined}
              onClick={() => setView({ openPlan: String(year), planAgainst: null })}
            >
              <FileTextOutlined aria-hidden="true" />
              <span>
                {t('regionalPlan.draftOf', { year })}
                <small>{t('regionalPlan.draftHint')}</small>
              </span>
            </button>
            <ul className="hy-plan-of-year">
              {list.versions
                .filter((one) => one.year === year)
                .map(({ id, number, frozenAt, frozenBy, note }) => (
                  <li key={id}>
                    <button
                      type="button"
                      data-plan={id}
                      title={note}
                      aria-current={open === id ? 'true' : undefined}
                      onClick={() => setView({ openPlan: id, planAgainst: null })}
                    >
                      <FileDoneOutlined aria-hidden="true" />
                      <span>
                        {t('regionalPlan.versionOf', { year, n: number })}
                        <small>
                          {t('regionalPlan.frozenHint', {
                            day: frozenAt.slice(0, 10),
                            by: nameIn(frozenBy, language),
                          })}
                        </small>
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
};

interface PlanGuideProps {
  readonly view: PlanView;
  readonly onGo: (anchor: string) => void;
}

/** The outline of the plan, and beside it what the plan cannot say. */
export const PlanGuide = ({ view, onGo }: PlanGuideProps) => {
  const { t } = useTranslation();
  const [page, setPage] = useState<'outline' | 'gaps'>('outline');
  const n = view.plan.gaps.length;
  return (
    <div className="hy-plan-guide">
      <nav className="hy-tabs" aria-label={t('regionalPlan.side')}>
        {(['outline', 'gaps'] as const).map((one) => (
          <button
            key={one}
            type="button"
            data-plan-page={one}
            aria-current={page === one ? 'page' : undefined}
            onClick={() => setPage(one)}
          >
            {t(`regionalPlan.${one}`)}
            {one === 'gaps' && <b className={n > 0 ? 'hy-plan-count' : undefined}>{n}</b>}
          </button>
        ))}
      </nav>
      {page === 'outline' ? <Outline view={view} onGo={onGo} /> : <Gaps view={view} onGo={onGo} />}
    </div>
  );
};

const Outline = ({ view, onGo }: PlanGuideProps) => {
  const language = useLanguage();
  const sections = useMemo(() => planSections(view.document.blocks), [view.document.blocks]);
  return (
    <ol className="hy-plan-outline">
      {sections.map(({ anchor, heading: { level, number, text } }) => (
        <li key={anchor} data-level={level}>
          <button type="button" onClick={() => onGo(anchor)}>
            <span className="hy-plan-number">{number}</span> <span>{text[language]}</span>
          </button>
        </li>
      ))}
    </ol>
  );
};

const Gaps = ({ view, onGo }: PlanGuideProps) => {
  const { t } = useTranslation();
  const byKind = useMemo(() => grouped(view.plan.gaps, ({ kind }) => kind), [view.plan.gaps]);
  if (byKind.size === 0) return <p className="hy-note">{t('regionalPlan.noGaps')}</p>;
  return (
    <div className="hy-plan-gaps">
      {PLAN_GAPS.filter((kind) => byKind.has(kind)).map((kind) => (
        <GapsOfKind key={kind} kind={kind} gaps={byKind.get(kind)!} view={view} onGo={onGo} />
      ))}
    </div>
  );
};

const GapsOfKind = ({
  kind,
  gaps,
  view,
  onGo,
}: PlanGuideProps & { readonly kind: PlanGapKind; readonly gaps: readonly PlanGap[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const sections = useMemo(() => planSections(view.document.blocks), [view.document.blocks]);
  const { what, mend } = GAP_WORDS[kind];
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} data-plan-gap={kind}>
      <summary>
        <span>{what[language]}</span> <b className="hy-plan-count">{gaps.length}</b>
      </summary>
      {isOpen && (
        <>
          <p className="hy-note">{t('regionalPlan.mend', { mend: mend[language] })}</p>
          <ul className="hy-plan-of-kind">
            {gaps.map((gap) => {
              const section = sectionOfGap(gap, view.plan, sections);
              const name = gap.of[language];
              const detail = gap.detail?.[language];
              return (
                <li key={`${gap.object} ${gap.of.en} ${gap.detail?.en}`}>
                  <button
                    type="button"
                    disabled={!section}
                    aria-label={t('regionalPlan.toPlace', { name })}
                    onClick={() => section && onGo(section.anchor)}
                  >
                    <span>
                      {name}
                      {detail && <small>{detail}</small>}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </details>
  );
};
