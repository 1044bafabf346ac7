import { EditOutlined } from '@ant-design/icons';
import { App, Button, Input, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanChapter, PlanText } from '../../domain/contracts/regional-plan.ts';
import type { PlanView } from '../../domain/contracts/regional-plan-api.ts';
import { CHAPTER_WORDS } from '../../domain/regional-plan/plan-words.ts';
import { useRefusal } from '../accounts/use-account.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { useLanguage } from '../shell/preferences.ts';
import { Refusal } from '../shell/refusal.tsx';
import { planApi } from './plan-api.ts';

interface ChapterTextProps {
  readonly county: string;
  readonly view: PlanView;
  readonly chapter: PlanChapter;
  /** After it was saved, or where somebody wrote meanwhile. */
  readonly onChanged: () => void;
}

/** The button beside a chapter's heading, and the field it opens: what the official adds to the chapter. */
export const ChapterText = ({ county, view, chapter, onChanged }: ChapterTextProps) => {
  const { t } = useTranslation();
  const refusal = useRefusal('write-regional-plan');
  const [isOpen, setOpen] = useState(false);
  const standing = view.texts.find((one) => one.chapter === chapter);
  const isFrozen = view.version !== null;
  const why = isFrozen ? t('regionalPlan.frozenNoEdit') : refusal;
  const has = standing !== undefined && standing.text !== '';
  return (
    <>
      <Tooltip title={why}>
        <Button
          size="small"
          type="text"
          icon={<EditOutlined />}
          disabled={why !== null}
          aria-expanded={isOpen}
          data-plan-edit={chapter}
          onClick={() => setOpen(!isOpen)}
        >
          {has ? t('regionalPlan.editText') : t('regionalPlan.addText')}
        </Button>
      </Tooltip>
      {isOpen && !isFrozen && (
        <TextForm
          county={county}
          year={view.plan.year}
          chapter={chapter}
          standing={standing ?? null}
          onChanged={onChanged}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};

const TextForm = ({
  county,
  year,
  chapter,
  standing,
  onChanged,
  onClose,
}: {
  county: string;
  year: number;
  chapter: PlanChapter;
  standing: PlanText | null;
  onChanged: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { message } = App.useApp();
  const [text, setText] = useState(standing?.text ?? '');
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<FetchFailure | null>(null);
  const isLate = failure?.kind === 'refused' && failure.status === 409;
  const save = async () => {
    setSending(true);
    const saved = await planApi.write(county, year, chapter, {
      base: standing?.at ?? null,
      text: text.trim(),
    });
    setSending(false);
    setFailure(saved.ok ? null : saved.failure);
    if (!saved.ok) return;
    void message.success(t('regionalPlan.saved'));
    onClose();
    onChanged();
  };
  const id = `hy-plan-text-${chapter}`;
  return (
    <form
      className="hy-plan-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={id}>{t('regionalPlan.textOf', { chapter: CHAPTER_WORDS[chapter][language] })}</label>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 4, maxRows: 14 }}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      <p className="hy-note">{t('regionalPlan.textHint')}</p>
      {isLate ? (
        <p className="hy-bad" role="alert">
          {t('regionalPlan.writtenMeanwhile')}{' '}
          <Button size="small" onClick={onChanged}>
            {t('regionalPlan.reread')}
          </Button>
        </p>
      ) : (
        failure && <Refusal text={t('regionalPlan.saveFailed')} failure={failure} />
      )}
      <div className="hy-plan-form-buttons">
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t('regionalPlan.save')}
        </Button>
        <Button onClick={onClose}>{t('regionalPlan.cancel')}</Button>
      </div>
    </form>
  );
};
