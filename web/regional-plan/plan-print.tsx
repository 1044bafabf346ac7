import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../domain/contracts/regional-plan.ts';
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
  return createPortal(
    <article className="hy-print hy-print-plan" ref={sheet}>
      <h1>{title[language]}</h1>
      <p>{subtitle[language]}</p>
      {provenance === 'synthetic' && <p className="hy-print-plan-mark">{t('driveOn.synthetic')}</p>}
      {planSections(blocks).map(({ anchor, heading, blocks: under }) => (
        <section key={anchor}>
          <h2>
            {heading.number} {heading.text[language]}
          </h2>
          {under.map((block, i) => (
            <PlanBlockView
              key={'id' in block ? block.id : `${block.type} ${i}`}
              block={block}
              figureUrl={figureUrl}
            />
          ))}
        </section>
      ))}
    </article>,
    document.body,
  );
};
