import { Button, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CUT_KINDS, type CutKind } from '../shell/drawing-choice.ts';
import { setView, useView } from '../shell/view-store.ts';
import { PROJECTION_BAND_MAX } from './drawing-fields.ts';
import { KeyPlan } from './key-plan.tsx';
import { chosenLog } from './make-column.ts';
import type { SectionMine } from './section-data.ts';
import { defaultLevel, defaultLine, defaultStrike } from './usual-cut.ts';

const KIND_NAMES = {
  section: 'section.kindSection',
  level: 'section.kindLevel',
  projection: 'section.kindProjection',
  column: 'section.kindColumn',
} as const satisfies Record<CutKind, string>;

/** Which kind of drawing, and of what: a line, a level, a hole. */
export const CutFields = ({ mine }: { readonly mine: SectionMine }) => {
  const { t } = useTranslation();
  const { cutKind } = useView();
  return (
    <>
      <Form.Item label={t('section.kind')}>
        <Select<CutKind>
          data-field="kind"
          aria-label={t('section.kind')}
          value={cutKind}
          options={CUT_KINDS.map((value) => ({ value, label: t(KIND_NAMES[value]) }))}
          onChange={(value) => setView({ cutKind: value })}
        />
      </Form.Item>
      {cutKind === 'section' && <LineField mine={mine} />}
      {cutKind === 'projection' && <StrikeField mine={mine} />}
      {cutKind === 'level' && <LevelField mine={mine} />}
      {cutKind === 'column' && <HoleField mine={mine} />}
    </>
  );
};

const LineField = ({ mine }: { readonly mine: SectionMine }) => {
  const { t } = useTranslation();
  const { cutLine } = useView();
  return (
    <>
      <KeyPlan
        bodies={mine.bodies}
        extent={mine.catalog.extent}
        line={cutLine ?? defaultLine(mine.bodies, mine.catalog.extent)}
        onLine={(next) => setView({ cutLine: next })}
      />
      <p className="hy-section-hint">{t('section.keyPlanHint')}</p>
      <Button block disabled={!cutLine} onClick={() => setView({ cutLine: null })}>
        {t('section.resetLine')}
      </Button>
    </>
  );
};

const StrikeField = ({ mine }: { readonly mine: SectionMine }) => {
  const { t } = useTranslation();
  const { strikeLine, projectionBand } = useView();
  return (
    <>
      <KeyPlan
        bodies={mine.bodies}
        extent={mine.catalog.extent}
        line={strikeLine ?? defaultStrike(mine.bodies, mine.catalog.extent)}
        letter="B"
        onLine={(next) => setView({ strikeLine: next })}
      />
      <p className="hy-section-hint">{t('section.strikeHint')}</p>
      <Button block disabled={!strikeLine} onClick={() => setView({ strikeLine: null })}>
        {t('section.resetStrike')}
      </Button>
      <Form.Item label={t('section.projectionBand')}>
        <InputNumber
          className="hy-section-wide"
          data-field="projection-band"
          aria-label={t('section.projectionBand')}
          value={projectionBand}
          min={1}
          max={PROJECTION_BAND_MAX}
          step={10}
          precision={0}
          prefix="±"
          suffix="m"
          placeholder={t('section.projectionAll')}
          onChange={(value) => setView({ projectionBand: value === null ? null : Number(value) })}
        />
      </Form.Item>
    </>
  );
};

const LevelField = ({ mine }: { readonly mine: SectionMine }) => {
  const { t } = useTranslation();
  const { cutLevel } = useView();
  return (
    <Form.Item label={t('section.level')}>
      <InputNumber
        className="hy-section-wide"
        value={cutLevel ?? defaultLevel(mine.bodies, mine.catalog, mine.frame)}
        step={10}
        suffix="m"
        onChange={(value) => setView({ cutLevel: value === null ? null : Number(value) })}
      />
    </Form.Item>
  );
};

const HoleField = ({ mine }: { readonly mine: SectionMine }) => {
  const { t } = useTranslation();
  const log = chosenLog(mine, useView());
  if (!log) return <p className="hy-section-hint">{t('section.noHoles')}</p>;
  return (
    <Form.Item label={t('section.hole')} extra={log.height === null ? t('section.noHeight') : null}>
      <Select<number>
        data-field="hole"
        aria-label={t('section.hole')}
        showSearch={{ optionFilterProp: 'label' }}
        value={mine.logs.indexOf(log)}
        options={mine.logs.map(({ title, depth }, value) => ({
          value,
          label: `${title} · ${depth.toFixed(1)} m`,
        }))}
        onChange={(value) => {
          const { layerId, hole } = mine.logs[value]!;
          setView({ columnHole: { layerId, featureId: hole } });
        }}
      />
    </Form.Item>
  );
};
