import type { TFunction } from 'i18next';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { DriveReason, HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import '../../../shell/print.css';
import { AnswerNotes } from './answer-notes.tsx';
import { AnswerSign } from './answer-sign.tsx';
import { type OpenAnswer, useDriveOn } from './drive-on-store.ts';
import { FanTable } from './fan-table.tsx';
import { keyOfReason } from './reason-item.tsx';
import {
  clearText,
  doubtWords,
  evidenceText,
  metresText,
  reasonDetails,
  reasonText,
} from './reason-words.ts';
import { ReferenceList } from './reference-list.tsx';
import { StretchStrip } from './stretch-strip.tsx';

/** What is printed in place of the page: every heading with every reason. Not seen on the screen. */
export const PrintSheet = ({ catalog }: { catalog: Catalog }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useDriveOn((one) => one.state);
  if (state.status !== 'open') return null;
  return createPortal(
    <article className="hy-print">
      <h1>
        {catalog.name[language]} · {t('driveOn.printTitle')}
      </h1>
      {catalog.provenance === 'synthetic' && <p>{t('driveOn.synthetic')}</p>}
      <AnswerNotes answer={state.answer} facts={state.facts} />
      {state.answer.report.headings.map((heading) => (
        <PrintedHeading key={heading.heading} heading={heading} answer={state.answer} facts={state.facts} />
      ))}
      <p className="hy-print-signed">
        <span>{t('driveOn.signed')}</span>
        <span>{t('driveOn.signedDate')}</span>
      </p>
    </article>,
    document.body,
  );
};

const PrintedHeading = ({ heading, answer, facts }: OpenAnswer & { heading: HeadingAnswer }) => {
  const { t } = useTranslation();
  return (
    <section>
      <h2>
        {heading.heading} {heading.name} <AnswerSign answer={heading.answer} />
      </h2>
      <p>
        {t('driveOn.length', { metres: metresText(heading.length) })} · {clearText(heading, t)}
      </p>
      <StretchStrip heading={heading} />
      <table>
        <thead>
          <tr>
            <th scope="col">m</th>
            <th scope="col">{t('driveOn.column.answer')}</th>
            <th scope="col">{t('driveOn.reasons')}</th>
          </tr>
        </thead>
        <tbody>
          {heading.stretches.map((stretch) => (
            <tr key={stretch.from}>
              <th scope="row">
                {metresText(stretch.from)}–{metresText(stretch.to)}
              </th>
              <td>
                <AnswerSign answer={stretch.answer} />
              </td>
              <td>
                {stretch.reasons.length === 0 && <p>{t('driveOn.driveMeaning')}</p>}
                {stretch.reasons.map((reason) => (
                  <p key={keyOfReason(reason)}>
                    <strong>{reasonText(reason, answer.report.surveyKnown, t)}</strong>{' '}
                    {[...reasonDetails(reason, t), ...doubtLine(reason, t)].join(t('driveOn.semicolon'))}
                  </p>
                ))}
                {stretch.unproven.map((one) => (
                  <p key={one.obstacle}>{evidenceText(one, t)}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {heading.fan && <FanTable heading={heading} facts={facts} />}
      <ReferenceList heading={heading} />
    </section>
  );
};

/** On paper nothing can be unfolded. */
const doubtLine = (reason: DriveReason, t: TFunction): string[] => {
  const doubt = doubtWords(reason, t);
  return doubt ? [`${doubt.title}: ${doubt.parts.join(' + ')}`] : [];
};
