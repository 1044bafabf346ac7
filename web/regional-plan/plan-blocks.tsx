import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanBlock, PlanCell } from '../../domain/contracts/plan-document.ts';
import { useLanguage } from '../shell/preferences.ts';

type Shown = Exclude<PlanBlock, { type: 'heading' }>;

/** One block of the document, as on paper: what is missing is red and bold, what is doubtful brown, and the words say so too. */
export const PlanBlockView = ({ block, figureUrl }: { block: Shown; figureUrl: (id: string) => string }) => {
  const language = useLanguage();
  switch (block.type) {
    case 'paragraph':
      return <p data-tone={block.tone}>{block.text[language]}</p>;
    case 'added':
      return <AddedText block={block} />;
    case 'table':
      return <TableView block={block} />;
    case 'figure':
      return <FigureView block={block} url={figureUrl(block.figure)} />;
  }
};

const AddedText = ({ block: { text, by, at } }: { block: Extract<PlanBlock, { type: 'added' }> }) => {
  const { t } = useTranslation();
  return (
    <aside className="hy-plan-added">
      <p>{text}</p>
      <footer>{t('regionalPlan.addedBy', { by, day: at.slice(0, 10) })}</footer>
    </aside>
  );
};

/** Lines and rows have no names of their own, and never change their order. */
const numbered = <T,>(things: readonly T[]): { readonly one: T; readonly at: number }[] =>
  things.map((one, at) => ({ one, at }));

const CellView = ({ cell }: { cell: PlanCell }) => {
  const language = useLanguage();
  return numbered(cell).map(({ one: { text, tone }, at }) => (
    <div key={at} data-tone={tone}>
      {text[language]}
    </div>
  ));
};

/** A column of nothing but these is read down its last digits. */
const NUMBER = /^[−-]?[\d,.]+$/;

const TableView = ({
  block: { number, caption, columns, rows, id },
}: {
  block: Extract<PlanBlock, { type: 'table' }>;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const isNumber = columns.map((_, at) =>
    rows.every((cells) => cells[at]?.every(({ text }) => NUMBER.test(text[language]))),
  );
  return (
    <div className="hy-plan-table">
      <table data-plan-table={id}>
        <caption>
          {t('regionalPlan.table', { n: number })} {caption[language]}
        </caption>
        <colgroup>
          {columns.map(({ title, width }) => (
            <col key={title.en} style={{ width: `${(width / total) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title }, at) => (
              <th key={title.en} scope="col" data-number={isNumber[at]}>
                {title[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(rows).map(({ one: cells, at }) => (
            <tr key={at}>
              {numbered(cells).map(({ one: cell, at: column }) => (
                <td key={column} data-number={isNumber[column]}>
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const FigureView = ({
  block: { number, caption, figure },
  url,
}: {
  block: Extract<PlanBlock, { type: 'figure' }>;
  url: string;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [failed, setFailed] = useState<string | null>(null);
  const text = `${t('regionalPlan.figure', { n: number })} ${caption[language]}`;
  return (
    <figure className="hy-plan-figure" data-plan-figure={figure}>
      {failed === url ? (
        <p className="hy-bad" role="alert">
          {t('regionalPlan.figureFailed')}
        </p>
      ) : (
        <img src={url} alt={text} onError={() => setFailed(url)} />
      )}
      <figcaption>{text}</figcaption>
    </figure>
  );
};
