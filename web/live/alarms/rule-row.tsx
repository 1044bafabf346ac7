import { MinusCircleOutlined, PlayCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedRule, RuleBound } from '../../../domain/contracts/live/rule-list.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { metricNameKey } from '../cards/reading-text.ts';
import { unitText } from './alarm-words.tsx';
import { ruleGroup } from './rule-groups.ts';
import { RuleSource } from './rule-source.tsx';

const SIGNS = { running: PlayCircleOutlined, lacking: WarningOutlined, elsewhere: MinusCircleOutlined };
const OPS = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const;

/** One rule: does it run, by which number, whose number that is; opened its note and its id. */
export const RuleRow = ({ rule }: { rule: ListedRule }) => {
  const { t } = useTranslation();
  const group = ruleGroup(rule);
  const Sign = SIGNS[group];
  return (
    <Row id={rule.id} group={group} source={rule} note={rule.note}>
      <strong>
        <Sign aria-hidden="true" /> {t(`alarmKind.${rule.check}`)}
        {rule.metric !== null && ` · ${t(metricNameKey(rule.metric))}`}
      </strong>
      {rule.reason !== null && (
        <span className="hy-rule-reason" data-reason={rule.reason}>
          {t(`notRunning.${rule.reason}`)}
          {rule.needs !== null && (
            <>
              {' '}
              <code>{rule.needs}</code>
            </>
          )}
        </span>
      )}
      {rule.tooRough !== undefined && (
        <span className="hy-rule-reason" data-reason="too-rough">
          <WarningOutlined aria-hidden="true" /> {t('rules.tooRough', { n: rule.tooRough })}
        </span>
      )}
      {rule.bounds.map((bound) => (
        <BoundText key={bound.kind} bound={bound} />
      ))}
    </Row>
  );
};

/** A duty that raises no alarm. */
export const DutyRow = ({ id, what, source }: { id: string; what: string; source: Source }) => (
  <Row id={id} group="duty" source={source} note={source.note ?? null}>
    <strong>{what}</strong>
  </Row>
);

interface Source {
  readonly jurisdiction: string;
  readonly clause: string;
  readonly status: string;
  readonly note?: string | null | undefined;
}

const Row = (o: { id: string; group: string; source: Source; note: string | null; children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <li className="hy-rule" data-rule={o.id} data-group={o.group}>
      {o.children}
      <RuleSource {...o.source} />
      {o.note !== null && (
        <details>
          <summary>{t('rules.note')}</summary>
          <span lang="en">{o.note}</span>
        </details>
      )}
    </li>
  );
};

const BoundText = ({ bound }: { bound: RuleBound }) => {
  const { t } = useTranslation();
  const number = (value: number) => formatNumber(value, { unit: bound.unit }) ?? t('app.unknown');
  const value = bound.upTo === null ? number(bound.value) : `${number(bound.value)}–${number(bound.upTo)}`;
  return (
    <span className="hy-rule-bound">
      {t(`ruleBound.${bound.kind}`)} {bound.op ? `${OPS[bound.op]} ` : ''}
      {value} {unitText(bound.unit, t)}
      {bound.from === 'mine' && <span className="hy-quiet"> · {t('rules.ofMine')}</span>}
    </span>
  );
};
