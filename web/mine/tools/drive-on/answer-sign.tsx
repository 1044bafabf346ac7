import { CheckCircleFilled, QuestionCircleFilled, SearchOutlined, StopFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { DriveAnswer } from '../../../../domain/contracts/drive-on.ts';

const ICONS = {
  drive: CheckCircleFilled,
  'probe-first': SearchOutlined,
  unknown: QuestionCircleFilled,
  stop: StopFilled,
} as const satisfies Record<DriveAnswer, unknown>;

/** The answer in a sign and a word. */
export const AnswerSign = ({ answer }: { answer: DriveAnswer }) => {
  const { t } = useTranslation();
  const Icon = ICONS[answer];
  return (
    <span className="hy-drive-sign" data-answer={answer}>
      <Icon aria-hidden="true" /> {t(`driveOn.${answer}`)}
    </span>
  );
};
