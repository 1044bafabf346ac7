import { useTranslation } from 'react-i18next';
import { DRIVE_ANSWERS, type HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';
import { setView } from '../../../shell/view-store.ts';
import { AnswerSign } from './answer-sign.tsx';
import type { OpenAnswer } from './drive-on-store.ts';
import { flyToStretch } from './fly-there.ts';
import { clearText, metresText } from './reason-words.ts';
import { StretchStrip } from './stretch-strip.tsx';

/** Every planned heading with its worst answer, the worst first. */
export const HeadingList = ({ answer: { report }, facts }: OpenAnswer) => {
  const { t } = useTranslation();
  const order = report.headings.toSorted(
    (a, b) => DRIVE_ANSWERS.indexOf(b.answer) - DRIVE_ANSWERS.indexOf(a.answer),
  );
  const open = (heading: HeadingAnswer) => {
    setView({ driveOn: { heading: heading.heading } });
    const planned = facts.headings.find(({ id }) => id === heading.heading);
    if (planned) flyToStretch(planned, { from: 0, to: heading.length });
  };
  return (
    <ol className="hy-drive-list">
      {order.map((heading) => (
        <li key={heading.heading}>
          <button type="button" data-heading={heading.heading} onClick={() => open(heading)}>
            <span className="hy-drive-row">
              <strong>{heading.name ?? heading.heading}</strong>
              <AnswerSign answer={heading.answer} />
            </span>
            <StretchStrip heading={heading} />
            <span className="hy-drive-row hy-drive-quiet">
              <span>
                {heading.heading} · {t('driveOn.length', { metres: metresText(heading.length) })}
              </span>
              <span>{clearText(heading, t)}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
};
