import { PaperClipOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MajorView } from '../../../domain/contracts/major-hazard.ts';
import { SourceText } from '../../live/source-text.tsx';
import { countyDay } from '../county-day.ts';
import { useNotAllowed } from '../ledger-account.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import { MajorHistory } from './major-history.tsx';
import { answerOf, beginMajor } from './major-store.ts';
import { newAnswer } from './start-major.ts';

interface Props {
  readonly view: MajorView;
  readonly of: MajorView['mines'][number];
}

/** What the county did about a mine for which closing is to be proposed. It stays reached: what was done stands beside it. */
export const RepeatAnswer = ({ view, of: { mine, repeat } }: Props) => {
  const { t } = useTranslation();
  const mayNot = useNotAllowed('list-major-hazard');
  const [isTold, setTold] = useState(false);
  const { answer, reachedOn } = repeat;
  if (reachedOn === null) return null;
  const version = answerOf(view, mine, reachedOn);
  const not = view.on === null ? mayNot : t('repeatAnswer.pastDay');
  return (
    <div className="hy-repeat-answer" data-answer={answer?.decision ?? 'none'}>
      {answer === null ? (
        <p className="hy-bad">✗ {t('repeatAnswer.none', { on: reachedOn })}</p>
      ) : (
        <p>
          <strong>
            {t(answer.decision === 'proposed' ? 'repeatAnswer.proposed' : 'repeatAnswer.notProposed', {
              ...{ on: answer.on, by: answer.by, to: answer.to ?? '', reachedOn },
            })}
          </strong>{' '}
          {answer.why && <SourceText text={answer.why} />}{' '}
          {answer.report && (
            <a
              href={ledgerRoutes.attachmentUrl(mine, answer.report)}
              download
              title={answer.report}
              data-attachment={answer.report}
            >
              <PaperClipOutlined aria-hidden="true" /> {t('repeatAnswer.paper')}
            </a>
          )}{' '}
          <span className="hy-quiet">
            {t('repeatAnswer.written', { who: answer.writer, on: answer.writtenOn })}
          </span>
        </p>
      )}
      <p className="hy-close-actions">
        <Tooltip title={not}>
          <Button
            size="small"
            type={answer === null ? 'primary' : 'default'}
            disabled={not !== null}
            data-major-task="answer"
            onClick={() =>
              beginMajor(
                'answer',
                version,
                version?.entry ?? { kind: 'answer', answer: newAnswer(mine, reachedOn, countyDay()) },
              )
            }
          >
            {t(answer === null ? 'majorTask.answer' : 'repeatAnswer.again')}
          </Button>
        </Tooltip>
        {version && (
          <Button
            size="small"
            type="text"
            aria-expanded={isTold}
            data-action="answer-history"
            onClick={() => setTold(!isTold)}
          >
            {t('hazardCard.history')}
          </Button>
        )}
      </p>
      {version && isTold && <MajorHistory key={version.number} shown={version} mine={mine} />}
    </div>
  );
};
