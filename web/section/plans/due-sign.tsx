import { CheckCircleOutlined, QuestionCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { PlanDue } from '../../../domain/plans/plan-due.ts';

/** When the next plan is due, in words and with a sign; what is not known is never in time. */
export const DueSign = ({ due }: { readonly due: PlanDue }) => {
  const { t } = useTranslation();
  const [icon, words] =
    due.status === 'due'
      ? [<CheckCircleOutlined key="sign" />, t('plans.due', { day: due.nextDue, count: due.days })]
      : due.status === 'overdue'
        ? [<WarningOutlined key="sign" />, t('plans.overdue', { day: due.nextDue, count: -due.days })]
        : [
            <QuestionCircleOutlined key="sign" />,
            t(due.status === 'unknown' ? 'plans.dueUnknown' : 'plans.noRule'),
          ];
  return (
    <span className="hy-due" data-due={due.status}>
      {icon} {words}
    </span>
  );
};
