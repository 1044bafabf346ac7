import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SCALES } from '../../domain/drawing/drawing.ts';
import { SHEET_SIZES } from '../../domain/drawing/sheet.ts';
import { useLive } from '../live/live-store.ts';
import { saveBlob } from '../shell/save-blob.ts';
import { CERTAIN_BELOW_MAX, CERTAIN_BELOW_MIN } from '../shell/url-fields.ts';
import { setView, useView } from '../shell/view-store.ts';
import { CutFields } from './cut-fields.tsx';
import { STRETCHES } from './drawing-fields.ts';
import { type ExportForm, exportBlob, exportName } from './export-drawing.ts';
import { HolesField } from './holes-field.tsx';
import { type DrawingNotes, type MadeDrawing, withPeople } from './made-drawing.ts';
import { PeopleField } from './people/people-field.tsx';
import type { SectionMine } from './section-data.ts';

interface DrawingPanelProps {
  readonly mine: SectionMine;
  readonly made: MadeDrawing;
  readonly notes: DrawingNotes;
  readonly onNotes: (notes: DrawingNotes) => void;
  /** The mine has a live side. */
  readonly live: boolean;
}

const AUTO = 'auto';

/** What is cut, on which sheet, and where it goes. */
export const DrawingPanel = ({ mine, made, notes, onNotes, live }: DrawingPanelProps) => {
  const { t } = useTranslation();
  const { cutKind, drawingScale, drawingPaper, drawingStretch, certainBelow } = useView();
  const paper = drawingPaper ? `${drawingPaper.size}-${drawingPaper.orientation}` : AUTO;
  return (
    <aside className="hy-panel hy-drawing-panel" aria-label={t('section.panel')}>
      <div className="hy-panel-head">
        <h2>{t('section.panel')}</h2>
      </div>
      <div className="hy-panel-body">
        <Form layout="vertical" className="hy-pad" size="middle">
          <CutFields mine={mine} />
          <div className="hy-two">
            <Form.Item label={t('section.scale')}>
              <Select
                value={drawingScale ?? AUTO}
                options={[
                  { value: AUTO, label: `${t('section.auto')} (1:${made.choice.scale})` },
                  ...SCALES.map((scale) => ({ value: scale, label: `1:${scale}` })),
                ]}
                onChange={(value) =>
                  setView({ drawingScale: value === AUTO ? null : (value as typeof drawingScale) })
                }
              />
            </Form.Item>
            <Form.Item label={t('section.paper')}>
              <Select
                value={paper}
                options={[
                  { value: AUTO, label: `${t('section.auto')} (${made.choice.size})` },
                  ...SHEET_SIZES.flatMap((size) =>
                    (['landscape', 'portrait'] as const).map((orientation) => ({
                      value: `${size}-${orientation}`,
                      label: `${size} ${t(`section.${orientation}`)}`,
                    })),
                  ),
                ]}
                onChange={(value) => setView({ drawingPaper: paperOf(value) })}
              />
            </Form.Item>
          </div>
          {(cutKind === 'section' || cutKind === 'projection') && (
            <Form.Item label={t('section.stretch')}>
              <Select
                value={drawingStretch}
                options={STRETCHES.map((value) => ({ value, label: `× ${value}` }))}
                onChange={(value) => setView({ drawingStretch: value })}
              />
            </Form.Item>
          )}
          {cutKind !== 'column' && <HolesField count={mine.logs.length} banded={cutKind === 'section'} />}
          {live && (cutKind === 'section' || cutKind === 'level') && <PeopleField />}
          {mine.model && (cutKind === 'section' || cutKind === 'level') && (
            <Form.Item label={t('section.certain')} extra={t('section.certainHint')}>
              <InputNumber
                className="hy-section-wide"
                data-field="certain"
                value={certainBelow}
                min={CERTAIN_BELOW_MIN}
                max={CERTAIN_BELOW_MAX}
                step={0.5}
                prefix="±"
                suffix="m"
                onChange={(value) => value !== null && setView({ certainBelow: Number(value) })}
              />
            </Form.Item>
          )}
          <div className="hy-two">
            <Form.Item label={t('section.number')}>
              <Input
                value={notes.number}
                maxLength={40}
                onChange={(event) => onNotes({ ...notes, number: event.target.value })}
              />
            </Form.Item>
            <Form.Item label={t('section.revision')}>
              <Input
                value={notes.revision}
                maxLength={12}
                onChange={(event) => onNotes({ ...notes, revision: event.target.value })}
              />
            </Form.Item>
          </div>
          {!made.fits && (
            <p className="hy-section-note" role="alert">
              {t('section.cutOff')}
            </p>
          )}
          <ExportMenu mine={mine} made={made} />
        </Form>
      </div>
    </aside>
  );
};

const paperOf = (
  value: string,
): { size: (typeof SHEET_SIZES)[number]; orientation: 'landscape' | 'portrait' } | null => {
  const [name, orientation] = value.split('-');
  const size = SHEET_SIZES.find((one) => one === name);
  return size ? { size, orientation: orientation === 'portrait' ? 'portrait' : 'landscape' } : null;
};

const DXF_LABELS = {
  section: 'section.dxf',
  projection: 'section.dxf',
  plan: 'section.dxfPlan',
  columns: 'section.dxfColumn',
} as const;

const ExportMenu = ({ mine, made }: Pick<DrawingPanelProps, 'mine' | 'made'>) => {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async (form: ExportForm): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const blob = await exportBlob(withPeople(made, useLive.getState()), form, {
        toSurvey: made.toSurvey,
        date: new Date(),
      });
      saveBlob(blob, exportName(mine.catalog.mineId, made.drawing, form));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const items: readonly { key: ExportForm; label: string }[] = [
    { key: 'pdf', label: t('section.pdf') },
    { key: 'svg', label: t('section.svg') },
    { key: 'dxf', label: t(DXF_LABELS[made.drawing.kind]) },
    ...(made.toSurvey ? [{ key: 'dxf-in-space' as const, label: t('section.dxfInSpace') }] : []),
  ];
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items: [...items], onClick: ({ key }) => void run(key as ExportForm) }}
      >
        <Button block type="primary" icon={<DownloadOutlined />} loading={busy} data-action="export">
          {t('section.export')}
        </Button>
      </Dropdown>
      {failure && (
        <p className="hy-section-note" role="alert">
          {t('section.exportFailed', { reason: failure })}
        </p>
      )}
    </>
  );
};
