import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleFilled,
  MinusOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { DutyStateKind } from '../../../domain/contracts/county-duties-view.ts';

const SIGNS: Readonly<Record<DutyStateKind, ComponentType>> = {
  missed: CloseCircleFilled,
  due: ClockCircleOutlined,
  unknown: QuestionCircleOutlined,
  met: CheckCircleOutlined,
  'not-applicable': MinusOutlined,
};

/** The sign of a state; its word stands beside it. */
export const DutySign = ({ kind }: { kind: DutyStateKind }) => {
  const Sign = SIGNS[kind];
  return (
    <span className="hy-cd-sign" aria-hidden="true">
      <Sign />
    </span>
  );
};
