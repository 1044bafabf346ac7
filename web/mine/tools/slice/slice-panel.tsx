import { CloseOutlined, EditOutlined, PartitionOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { Slice, SliceKind } from '../../../../domain/geology/slice/slice.ts';
import { setView } from '../../../shell/view-store.ts';
import { CutAwayPeople } from './cut-away-people.tsx';
import { drawingOf } from './open-drawing.ts';
import { SliceFields } from './slice-fields.tsx';
import { SliceLegend } from './slice-legend.tsx';
import { useSlice } from './slice-store.ts';
import { beginDraft, cancelDraft, finishDraft, undoDraft } from './use-draft-line.ts';
import { usualSlice } from './usual-slice.ts';

const KINDS: readonly SliceKind[] = ['plane', 'box', 'line', 'level'];

interface Props {
  readonly slice: Slice;
  readonly catalog: Catalog;
}

/** How the mine is cut, in numbers, and what the cut meets. */
export const SlicePanel = ({ slice, catalog }: Props) => {
  const { t } = useTranslation();
  const draft = useSlice((state) => state.draft);
  const drawing = drawingOf(slice, catalog);
  return (
    <section className="hy-slice" aria-label={t('slice.tool')} data-slice={slice.kind}>
      <header>
        <h2>{t('slice.tool')}</h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('slice.close')}
          onClick={() => setView({ slice: null })}
        />
      </header>
      <Segmented<SliceKind>
        block
        size="small"
        aria-label={t('slice.kind')}
        value={slice.kind}
        options={KINDS.map((value) => ({ value, label: t(`slice.${value}`) }))}
        onChange={(kind) => setView({ slice: usualSlice(kind, slice, catalog) })}
      />
      <SliceFields slice={slice} catalog={catalog} />
      <div className="hy-slice-actions">
        <Tooltip title={t('slice.flipHint')}>
          <Button
            size="small"
            icon={<SwapOutlined />}
            data-action="flip"
            aria-pressed={slice.flipped}
            onClick={() => setView({ slice: { ...slice, flipped: !slice.flipped } })}
          >
            {t(slice.kind === 'box' ? 'slice.flipBox' : 'slice.flip')}
          </Button>
        </Tooltip>
        {slice.kind === 'line' && draft === null && (
          <Button size="small" icon={<EditOutlined />} data-action="draw" onClick={beginDraft}>
            {t('slice.draw')}
          </Button>
        )}
        {drawing && draft === null && (
          <Tooltip title={t('slice.drawingHint')}>
            <Button
              size="small"
              icon={<PartitionOutlined />}
              data-action="drawing"
              onClick={() => setView({ workspace: 'section', ...drawing })}
            >
              {t('slice.drawing')}
            </Button>
          </Tooltip>
        )}
      </div>
      {draft && (
        <div className="hy-slice-draft" role="status">
          <p>
            <strong>{t('slice.drawn', { n: draft.length })}</strong> {t('slice.drawHint')}
          </p>
          <Button size="small" type="primary" disabled={draft.length < 2} onClick={finishDraft}>
            {t('slice.finish')}
          </Button>
          <Button size="small" disabled={draft.length === 0} onClick={undoDraft}>
            {t('slice.undo')}
          </Button>
          <Button size="small" onClick={cancelDraft}>
            {t('slice.cancel')}
          </Button>
        </div>
      )}
      {draft === null && (
        <>
          <CutAwayPeople slice={slice} catalog={catalog} />
          <Cut />
        </>
      )}
    </section>
  );
};

const Cut = () => {
  const { t } = useTranslation();
  const subject = useSlice((state) => state.subject);
  const parts = useSlice((state) => state.parts);
  const outlined = useSlice((state) => state.outlined);
  if (subject.status === 'failed')
    return (
      <p className="hy-slice-note" role="alert">
        {t('slice.failed', { detail: subject.detail })}
      </p>
    );
  if (subject.status !== 'open')
    return (
      <p className="hy-slice-note" role="status">
        {t('slice.loading')}
      </p>
    );
  const unknown = parts.some(({ kind }) => kind === 'unknown');
  return (
    <>
      <h3>{t('slice.cut')}</h3>
      {parts.length + outlined.length === 0 ? (
        <p className="hy-slice-note">{t('slice.cutNone')}</p>
      ) : (
        <SliceLegend parts={parts} outlined={outlined} subject={subject.subject} />
      )}
      {unknown && (
        <p className="hy-slice-note">
          {t(subject.subject.model ? 'slice.unknownPart' : 'slice.unknownHint')}
        </p>
      )}
    </>
  );
};
