import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../domain/contracts/regional-plan-api.ts';
import { useLanguage } from '../shell/preferences.ts';
import '../shell/print.css';
import { PlanBlockView } from './plan-blocks.tsx';
import { planSections } from './plan-sections.ts';

/** The plan on paper by the browser's own printing; it waits for its figures. */
export const PlanPrint = ({
  view,
  figureUrl,
  onDone,
}: {
  view: PlanView;
  figureUrl: (id: string) => string;
  onDone: () => void;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const sheet = useRef<HTMLElement>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    let ended = false;
    const pictures = [...(sheet.current?.querySelectorAll('img') ?? [])];
    // One that cannot be drawn says so on the sheet, and holds up none of the others.
    void Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
      if (!ended) window.print();
    });
    const after = () => done.current();
    window.addEventListener('afterprint', after);
    return () => {
      ended = true;
      window.removeEventListener('afterprint', after);
    };
  }, []);
  const { title, subtitle, blocks, provenance } = view.document;
  const sections = planSections(blocks);
  const mark = provenance === 'synthetic' ? t('map.synthetic') : '';
  return createPortal(
    <article className="hy-print hy-print-plan" ref={sheet} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <style>{runningHeads({ title: title[language], subtitle: subtitle[language], mark })}</style>
      <header className="hy-print-plan-cover">
        <h1>{title[language]}</h1>
        <p>{subtitle[language]}</p>
        {mark !== '' && <p className="hy-print-plan-mark">{mark}</p>}
        <nav>
          <h2>{t('regionalPlan.outline')}</h2>
          <ol>
            {sections.map(({ anchor, heading: { level, number, text } }) => (
              <li key={anchor} data-level={level}>
                <a href={`#${printed(anchor)}`}>
                  {number} {text[language]}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      </header>
      {sections.map(({ anchor, heading, blocks: under }) => {
        const text = `${heading.number} ${heading.text[language]}`;
        return (
          <section key={anchor} id={printed(anchor)} data-level={heading.level}>
            {heading.level === 1 ? <h2>{text}</h2> : <h3>{text}</h3>}
            {under.map((block, i) => (
              <PlanBlockView
                key={'id' in block ? block.id : `${block.type} ${i}`}
                block={block}
                figureUrl={figureUrl}
              />
            ))}
          </section>
        );
      })}
    </article>,
    document.body,
  );
};

/** The sheet stands beside the page it is printed from, whose sections have the plain names. */
const printed = (anchor: string): string => `${anchor}-printed`;

/** Head and foot of every page: what it is, of which day, whether its data are made up, and its number. */
const runningHeads = (o: {
  readonly title: string;
  readonly subtitle: string;
  readonly mark: string;
}): string => {
  const box = (place: string, content: string, more = ''): string =>
    `@${place} { content: ${content}; color: #55626e; font-size: 8pt; ${more} }`;
  return `@page hy-plan-page {
    size: A4;
    margin: 20mm 15mm 18mm;
    ${box('top-left', cssString(o.title))}
    ${box('top-right', cssString(o.mark), 'color: #b00020; font-weight: 700;')}
    ${box('bottom-left', cssString(o.subtitle))}
    ${box('bottom-right', 'counter(page) " / " counter(pages)')}
  }`;
};

const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
