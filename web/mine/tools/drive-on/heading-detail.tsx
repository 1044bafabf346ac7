import { LeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';
import { setView } from '../../../shell/view-store.ts';
import { AnswerSign } from './answer-sign.tsx';
import { type OpenAnswer, setDriveOn } from './drive-on-store.ts';
import { FanTable } from './fan-table.tsx';
import { flyToStretch } from './fly-there.ts';
import { keyOfReason, ReasonItem } from './reason-item.tsx';
import { clearText, evidenceText, metresText } from './reason-words.ts';
import { ReferenceList } from './reference-list.tsx';
import { StretchStrip } from './stretch-strip.tsx';
import { useChosenStretch } from './use-chosen-stretch.ts';

interface Props extends OpenAnswer {
  readonly heading: HeadingAnswer;
}

/** One planned heading: its stretches with every reason, the fan to drill, and what is for reference only. */
export const HeadingDetail = ({ heading, answer, facts }: Props) => {
  const { t } = useTranslation();
  const chosen = useChosenStretch(heading);
  const planned = facts.headings.find(({ id }) => id === heading.heading);
  const choose = (stretch: number) => {
    const { from, to } = heading.stretches[stretch]!;
    setDriveOn({ hole: null });
    setView({ driveOn: { heading: heading.heading, along: Math.round((from + to) * 50) / 100 } });
    if (planned) flyToStretch(planned, heading.stretches[stretch]!);
  };
  return (
    <div className="hy-drive-detail" data-open-heading={heading.heading}>
      <Button
        type="link"
        size="small"
        icon={<LeftOutlined />}
        onClick={() => setView({ driveOn: { heading: null } })}
      >
        {t('driveOn.back')}
      </Button>
      <div className="hy-drive-row">
        <h3>{heading.name ?? heading.heading}</h3>
        <AnswerSign answer={heading.answer} />
      </div>
      <p className="hy-drive-quiet">
        {heading.heading} · {t('driveOn.length', { metres: metresText(heading.length) })} ·{' '}
        {clearText(heading, t)}
      </p>
      <StretchStrip heading={heading} chosen={chosen} onChoose={choose} />
      <p className="hy-drive-scale hy-drive-quiet" aria-hidden="true">
        <span>0 m</span>
        <span>{metresText(heading.length)} m</span>
      </p>
      <ol className="hy-drive-stretches" aria-label={t('driveOn.stretches')}>
        {heading.stretches.map((stretch, i) => (
          <li key={stretch.from} data-chosen={chosen === i} data-stretch={stretch.answer}>
            <button type="button" aria-pressed={chosen === i} onClick={() => choose(i)}>
              <span className="hy-drive-range">
                {t('driveOn.chainage', { from: metresText(stretch.from), to: metresText(stretch.to) })}
              </span>
              <AnswerSign answer={stretch.answer} />
            </button>
            {stretch.reasons.length === 0 ? (
              <p className="hy-drive-quiet">{t('driveOn.driveMeaning')}</p>
            ) : (
              <ul className="hy-drive-reasons">
                {stretch.reasons.map((reason) => (
                  <ReasonItem
                    key={keyOfReason(reason)}
                    reason={reason}
                    surveyKnown={answer.report.surveyKnown}
                  />
                ))}
              </ul>
            )}
            {stretch.unproven.map((one) => (
              <p key={one.obstacle} className="hy-drive-unproven">
                {evidenceText(one, t)}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <FanTable heading={heading} facts={facts} />
      <ReferenceList heading={heading} />
    </div>
  );
};
