import { BarsOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoreholeLog } from '../../domain/boreholes/borehole-log.ts';
import type { Language } from '../../domain/contracts/bilingual.ts';
import { surveyDateOf } from '../../domain/plans/survey-date.ts';
import { CatalogFailure } from '../shell/catalog-failure.tsx';
import type { CutKind } from '../shell/drawing-choice.ts';
import { useMineList } from '../shell/mine-list.ts';
import { useLanguage } from '../shell/preferences.ts';
import { ProvenanceTag } from '../shell/provenance-tag.tsx';
import { signalView } from '../shell/view-signals.ts';
import type { FeatureRef } from '../shell/view-state.ts';
import { setView, useView } from '../shell/view-store.ts';
import type { ComparedPlan } from './contents/difference-content.ts';
import { DrawingPanel } from './drawing-panel.tsx';
import type { DrawingNotes } from './made-drawing.ts';
import { makeDrawing } from './make-drawing.ts';
import { usePeople } from './people/use-people.ts';
import { PlansDrawer } from './plans/plans-drawer.tsx';
import { usePlanRegister } from './plans/use-plan-register.ts';
import { Section3d } from './section-3d.tsx';
import { openSectionData, type SectionMine, useSectionData } from './section-data.ts';
import './section.css';
import { SheetView } from './sheet-view.tsx';
import { useDrawingChoice } from './use-drawing-choice.ts';
import { defaultLine } from './usual-cut.ts';

const HolesColumn = lazy(async () => ({
  default: (await import('../boreholes/holes-column.tsx')).HolesColumn,
}));

/** The Section workspace: cuts through the open mine as finished drawings, on the screen and on paper. */
export default function SectionWorkspace() {
  const { t } = useTranslation();
  const id = useView((state) => state.mine);
  const summary = useMineList((list) =>
    list.status === 'open' ? (list.mines.find((mine) => mine.id === id) ?? null) : null,
  );
  useEffect(() => openSectionData(summary), [summary]);
  const data = useSectionData();
  const retry = () => void openSectionData(summary);
  useEffect(
    () => signalView(data.status === 'failed' ? 'error' : data.status === 'open' ? 'ready' : 'loading'),
    [data.status],
  );
  if (data.status === 'loading')
    return (
      <div className="hy-waiting" role="status">
        {t('app.loadingMine')}
      </div>
    );
  if (data.status === 'failed') return <CatalogFailure failure={data.failure} onRetry={retry} />;
  return <OpenSection key={data.mine.catalog.mineId} mine={data.mine} live={summary?.live === true} />;
}

const OpenSection = ({ mine, live }: { readonly mine: SectionMine; readonly live: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useView();
  const [notes, setNotes] = useState<DrawingNotes>({ number: '', revision: '' });
  const [shown, setShown] = useState<'sheet' | '3d'>('sheet');
  const [selected, setSelected] = useState<FeatureRef | null>(null);
  const [comparison, setComparison] = useState<{
    readonly kind: CutKind;
    readonly with: ComparedPlan;
  } | null>(null);
  // Another kind of drawing is asked for: the comparison is over.
  const compared = comparison?.kind === state.cutKind ? comparison.with : null;
  const { cutKind, cutLine, certainBelow } = state;
  const choice = useDrawingChoice(state);
  const showsPeople = live && choice.drawingPeople;
  usePeople(mine.catalog.mineId, showsPeople, state.time);
  const register = usePlanRegister(mine.catalog.mineId, live);
  const plans = register.list?.plans;
  const made = useMemo(() => {
    const surveyDate = plans ? surveyDateOf(plans, mine.catalog.revision) : null;
    return makeDrawing(
      { mine, choice, language, certainBelow, showsPeople },
      { ...notes, surveyDate },
      compared,
    );
  }, [mine, choice, notes, plans, language, certainBelow, showsPeople, compared]);
  const line = useMemo(() => cutLine ?? defaultLine(mine.bodies, mine.catalog.extent), [cutLine, mine]);
  const pickedLog = useMemo(() => selected && logOf(mine, selected), [selected, mine]);
  const noteKey = noteOf(mine, cutKind, made.empty);
  const in3d = shown === '3d' && cutKind === 'section' && !compared;
  return (
    <div className="hy-drawing">
      <DrawingPanel mine={mine} made={made} notes={notes} onNotes={setNotes} live={live} />
      <main className="hy-drawing-main" id="hy-scene" tabIndex={-1}>
        <div className="hy-drawing-bar">
          <Segmented
            value={in3d ? '3d' : 'sheet'}
            options={[
              { value: 'sheet', label: t('section.sheet') },
              { value: '3d', label: t('section.view3d'), disabled: cutKind !== 'section' },
            ]}
            onChange={(value) => setShown(value as 'sheet' | '3d')}
          />
          <ProvenanceTag provenance={mine.catalog.provenance} />
          {mine.catalog.logs && (
            <Button
              icon={<BarsOutlined />}
              data-action="boreholes"
              aria-pressed={state.holesTab !== null}
              type={state.holesTab === null ? 'default' : 'primary'}
              onClick={() => setView({ holesTab: state.holesTab === null ? 'logs' : null })}
            >
              {t('boreholes.tool')}
            </Button>
          )}
          <span className="hy-drawing-notes">{!compared && noteKey && t(noteKey)}</span>
          {compared && (
            <span className="hy-drawing-compared" role="status">
              {t('plans.comparing', { title: compared.plan.title })}
              <Button size="small" onClick={() => setComparison(null)}>
                {t('plans.leave')}
              </Button>
            </span>
          )}
          <PlansDrawer
            mine={mine}
            live={live}
            register={register}
            onCompare={(plan) => setComparison({ kind: cutKind, with: plan })}
          />
        </div>
        {in3d ? (
          <Section3d mine={mine} line={line} onSelect={setSelected} />
        ) : (
          <SheetView mine={mine} made={made} selected={selected} onSelect={setSelected} />
        )}
        {selected && (
          <div className="hy-drawing-picked" role="status">
            <span>{t('section.picked')}</span> <strong>{nameOf(mine, selected, language)}</strong>
            <Button size="small" onClick={() => setView({ workspace: 'mine', selected })}>
              {t('section.openIn3d')}
            </Button>
            {pickedLog && cutKind !== 'column' && (
              <Button
                size="small"
                onClick={() =>
                  setView({
                    cutKind: 'column',
                    columnHole: { layerId: pickedLog.layerId, featureId: pickedLog.hole },
                  })
                }
              >
                {t('section.column')}
              </Button>
            )}
          </div>
        )}
      </main>
      {state.holesTab !== null && (
        <Suspense fallback={null}>
          <HolesColumn catalog={mine.catalog} bundleUrl={mine.bundleUrl} tab="logs" />
        </Suspense>
      )}
    </div>
  );
};

/** What has to be said of a drawing beside it; null: nothing. */
const noteOf = ({ bodies, model }: SectionMine, cutKind: CutKind, empty: boolean) => {
  if (cutKind === 'column') return empty ? 'section.noHoles' : null;
  if (cutKind === 'projection')
    return bodies.length === 0 ? 'section.noBodies' : empty ? 'section.empty' : null;
  if (bodies.length === 0 && !model) return 'section.noBodies';
  if (empty) return 'section.empty';
  return model ? null : 'section.noStrata';
};

/** The hole an interval is of; null where the feature is none. */
const logOf = ({ logs }: SectionMine, { layerId, featureId }: FeatureRef): BoreholeLog | null =>
  logs.find(
    (log) => log.layerId === layerId && log.intervals.some((interval) => interval.featureId === featureId),
  ) ?? null;

const nameOf = (
  { bodies, catalog }: SectionMine,
  { layerId, featureId }: FeatureRef,
  language: Language,
): string => {
  const body = bodies.find((one) => one.layerId === layerId && one.featureId === featureId);
  const layer = catalog.layers.find(({ id }) => id === layerId);
  return [layer?.name[language], body?.name[language] ?? featureId].filter(Boolean).join(' · ');
};
