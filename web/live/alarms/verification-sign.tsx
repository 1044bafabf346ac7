import { CheckCircleOutlined, FileSearchOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { type Verification, verificationOf } from '../../../domain/rules/verification.ts';
import './verification.css';

const ICONS: Readonly<Record<Verification, typeof CheckCircleOutlined>> = {
  source: CheckCircleOutlined,
  copy: FileSearchOutlined,
  mine: CheckCircleOutlined,
  program: CheckCircleOutlined,
  demo: QuestionCircleOutlined,
  unverified: QuestionCircleOutlined,
};

/** How far a rule's number can be relied on, in the reader's language; words of a rule file that nobody knows stand beside. */
export const VerificationSign = ({ status }: { status: string }) => {
  const { t } = useTranslation();
  const verification = verificationOf(status);
  const Icon = ICONS[verification];
  return (
    <span className="hy-verification" data-verification={verification} title={status || undefined}>
      <Icon aria-hidden="true" /> {t(`verification.${verification}`)}
      {verification === 'unverified' && status !== '' && <span className="hy-quiet"> ({status})</span>}
    </span>
  );
};
