import { DiffOutlined, DownloadOutlined, LockOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Tooltip } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PLAN_FILE_TYPES, type PlanList, type PlanView } from '../../domain/contracts/regional-plan-api.ts';
import { useRefusal } from '../accounts/use-account.ts';
import { useOpenCounty } from '../region/county-store.ts';
import { FetchFailurePage } from '../shell/fetch-failure-page.tsx';
import { useLanguage } from '../shell/preferences.ts';
import { signalView } from '../shell/view-signals.ts';
import { setView, useView } from '../shell/view-store.ts';
import { FreezeDialog, PlanPinsList } from './freeze-dialog.tsx';
import { planApi, useAnswer } from './plan-api.ts';
import { PlanCompare } from './plan-compare.tsx';
import { PlanPrint } from './plan-print.tsx';
import { PlanReader } from './plan-reader.tsx';
import { PlanGuide, PlanVersions } from './plan-side.tsx';
import './regional-plan.css';

/** The county's regional treatment plan: years and versions, the plan to be read, added to, frozen, compared and handed out. */
export default function PlanScreen() {
  const { t } = useTranslation();
  const { county } = useOpenCounty().catalog;
  const { answer, reload } = useAnswer(county, (signal) => planApi.list(county, signal));
  const isFailed = answer.status === 'failed';
  useEffect(() => signalView(isFailed ? 'error' : 'ready'), [isFailed]);
  if (answer.status === 'loading')
    return (
      <div className="hy-waiting" role="status">
        {t('regionalPlan.loadingList')}
      </div>
    );
  if (answer.status === 'failed') {
    // Without a database the gateway has no such address.
    if (answer.failure.kind === 'missing')
      return <p className="hy-waiting">{t('regionalPlan.noDatabase')}</p>;
    return <FetchFailurePage title={t('regionalPlan.failed')} failure={answer.failure} onRetry={reload} />;
  }
  return <OpenPlans county={county} list={answer.value} onFrozen={reload} />;
}

const OpenPlans = ({ county, list, onFrozen }: { county: string; list: PlanList; onFrozen: () => void }) => {
  const { t } = useTranslation();
  const chosen = useView((state) => state.openPlan) ?? String(list.years[0]);
  const against = useView((state) => state.planAgainst);
  const day = useView((state) => state.day);
  const isDraft = /^\d{4}$/.test(chosen);
  // A day of another year than the draft's says nothing of it.
  const on = isDraft && day?.startsWith(chosen) ? day : null;
  const { answer, reload } = useAnswer(against === null ? `${county} ${chosen} ${on}` : null, (signal) =>
    planApi.view(county, chosen, on, signal),
  );
  const page = useRef<HTMLElement>(null);
  const go = (anchor: string) => {
    const section = page.current?.querySelector(`#${anchor}`);
    section?.scrollIntoView();
    section?.querySelector<HTMLElement>('h3, h4')?.focus({ preventScroll: true });
  };
  return (
    <div className="hy-plan">
      <aside className="hy-plan-side">
        <PlanVersions list={list} open={chosen} />
        {against === null && answer.status === 'open' && (
          <PlanGuide key={`${chosen} ${on}`} view={answer.value} onGo={go} />
        )}
      </aside>
      {against !== null ? (
        <PlanCompare county={county} list={list} from={against} to={chosen} />
      ) : answer.status === 'loading' ? (
        <div className="hy-waiting" role="status">
          {t('regionalPlan.loading')}
        </div>
      ) : answer.status === 'failed' ? (
        <FetchFailurePage title={t('regionalPlan.failed')} failure={answer.failure} onRetry={reload} />
      ) : (
        <div className="hy-plan-main">
          <PlanBar
            county={county}
            list={list}
            plan={chosen}
            on={on}
            view={answer.value}
            onFrozen={onFrozen}
          />
          <div className="hy-plan-scroll">
            {answer.value.version && (
              <details className="hy-plan-pinned">
                <summary>{t('regionalPlan.pinned')}</summary>
                <PlanPinsList view={answer.value} />
              </details>
            )}
            <Reading
              county={county}
              plan={chosen}
              on={on}
              view={answer.value}
              page={page}
              onChanged={reload}
            />
          </div>
        </div>
      )}
    </div>
  );
};

const useFigureUrl = (county: string, plan: string, on: string | null) => {
  const language = useLanguage();
  return (id: string): string => planApi.figureUrl(county, plan, id, language, on);
};

const Reading = ({
  county,
  plan,
  on,
  view,
  page,
  onChanged,
}: {
  county: string;
  plan: string;
  on: string | null;
  view: PlanView;
  page: React.RefObject<HTMLElement | null>;
  onChanged: () => void;
}) => (
  <PlanReader
    county={county}
    view={view}
    page={page}
    figureUrl={useFigureUrl(county, plan, on)}
    onChanged={onChanged}
  />
);

interface PlanBarProps {
  readonly county: string;
  readonly list: PlanList;
  readonly plan: string;
  readonly on: string | null;
  readonly view: PlanView;
  readonly onFrozen: () => void;
}

const PlanBar = ({ county, list, plan, on, view, onFrozen }: PlanBarProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const refusal = useRefusal('freeze-regional-plan');
  const figureUrl = useFigureUrl(county, plan, on);
  const [isFreezing, setFreezing] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const { version } = view;
  const { year, on: shown } = view.plan;
  const other =
    list.versions.find(({ id }) => id !== plan)?.id ?? list.years.map(String).find((one) => one !== plan);
  const languages = [language, language === 'zh' ? 'en' : 'zh'] as const;
  const files = PLAN_FILE_TYPES.flatMap((type) =>
    languages.map((one) => {
      const words = t('regionalPlan.download', {
        type: type.toUpperCase(),
        language: t(one === 'zh' ? 'regionalPlan.langZh' : 'regionalPlan.langEn'),
      });
      return {
        key: `${type}-${one}`,
        label: (
          <a href={planApi.fileUrl(county, plan, type, one, on)} download data-plan-file={`${type}-${one}`}>
            {words}
          </a>
        ),
      };
    }),
  );
  return (
    <header className="hy-plan-bar">
      <span className="hy-plan-state" data-frozen={version !== null}>
        {version
          ? `${t('regionalPlan.frozen')} · ${t('regionalPlan.versionOf', { year, n: version.number })}`
          : `${t('regionalPlan.draft')} · ${year}`}
      </span>
      <label className="hy-plan-day" htmlFor="hy-plan-day">
        {t('regionalPlan.asOf')}
        <Input
          id="hy-plan-day"
          type="date"
          size="small"
          disabled={version !== null}
          min={`${year}-01-01`}
          max={list.today < `${year}-12-31` ? list.today : `${year}-12-31`}
          value={shown}
          onChange={({ target: { value } }) => {
            if (value.startsWith(String(year)) && value <= list.today)
              setView({ day: value === list.today ? null : value });
          }}
        />
      </label>
      <span className="hy-plan-tools">
        {refusal && <span className="hy-note">{refusal}</span>}
        <Tooltip title={refusal}>
          <Button
            size="small"
            type="primary"
            icon={<LockOutlined />}
            disabled={refusal !== null || version !== null}
            data-plan-freeze
            onClick={() => setFreezing(true)}
          >
            {t('regionalPlan.freeze')}
          </Button>
        </Tooltip>
        <Button
          size="small"
          icon={<DiffOutlined />}
          disabled={!other}
          data-plan-compare
          onClick={() => other && setView({ openPlan: plan, planAgainst: other })}
        >
          {t('regionalPlan.compare')}
        </Button>
        <Dropdown menu={{ items: files }} trigger={['click']}>
          <Button size="small" icon={<DownloadOutlined />} data-plan-download>
            {t('regionalPlan.files')}
          </Button>
        </Dropdown>
        <Button size="small" icon={<PrinterOutlined />} onClick={() => setPrinting(true)}>
          {t('regionalPlan.print')}
        </Button>
      </span>
      {isFreezing && (
        <FreezeDialog
          county={county}
          view={view}
          onClose={() => setFreezing(false)}
          onDone={({ id }) => {
            setFreezing(false);
            onFrozen();
            setView({ openPlan: id });
          }}
        />
      )}
      {isPrinting && <PlanPrint view={view} figureUrl={figureUrl} onDone={() => setPrinting(false)} />}
    </header>
  );
};
