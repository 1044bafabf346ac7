import { type RefObject, useMemo } from 'react';
import { PLAN_CHAPTERS, type PlanChapter } from '../../domain/contracts/regional-plan.ts';
import type { PlanView } from '../../domain/contracts/regional-plan-api.ts';
import { useLanguage } from '../shell/preferences.ts';
import { ChapterText } from './chapter-text.tsx';
import { PlanBlockView } from './plan-blocks.tsx';
import { planSections } from './plan-sections.ts';

interface PlanReaderProps {
  readonly county: string;
  readonly view: PlanView;
  readonly figureUrl: (id: string) => string;
  readonly page: RefObject<HTMLElement | null>;
  readonly onChanged: () => void;
}

const chapterOf = (id: string): PlanChapter | null => PLAN_CHAPTERS.find((one) => one === id) ?? null;

/** The composed plan as it will be printed, on a sheet of paper in either theme. */
export const PlanReader = ({ county, view, figureUrl, page, onChanged }: PlanReaderProps) => {
  const language = useLanguage();
  const { title, subtitle, blocks } = view.document;
  const sections = useMemo(() => planSections(blocks), [blocks]);
  return (
    <article className="hy-plan-page" ref={page} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <header className="hy-plan-title">
        <h2>{title[language]}</h2>
        <p>{subtitle[language]}</p>
      </header>
      {sections.map(({ anchor, heading, blocks: under }) => {
        const chapter = chapterOf(heading.id);
        const text = `${heading.number} ${heading.text[language]}`;
        return (
          <section key={anchor} id={anchor} data-plan-section={heading.id}>
            <div className="hy-plan-heading">
              {heading.level === 1 ? <h3 tabIndex={-1}>{text}</h3> : <h4 tabIndex={-1}>{text}</h4>}
              {chapter && <ChapterText county={county} view={view} chapter={chapter} onChanged={onChanged} />}
            </div>
            {under.map((block, i) => (
              <PlanBlockView
                // A block without a name of its own keeps its place under its heading.
                key={'id' in block ? block.id : `${block.type} ${i}`}
                block={block}
                figureUrl={figureUrl}
              />
            ))}
          </section>
        );
      })}
    </article>
  );
};
