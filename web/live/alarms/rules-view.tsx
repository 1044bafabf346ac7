import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListedRule } from '../../../domain/contracts/live/rule-list.ts';
import type { LiveSetup } from '../../../domain/contracts/live/setup.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { Refusal } from '../../shell/refusal.tsx';
import { useLive } from '../live-store.ts';
import { SourceText } from '../source-text.tsx';
import { RULE_GROUPS, ruleGroup } from './rule-groups.ts';
import { DutyRow, RuleRow } from './rule-row.tsx';
import { useRules } from './use-rules.ts';

/** Every rule there is for this mine: what watches, what does not and why, and what is judged in other panels. */
export const RulesView = () => {
  const { t } = useTranslation();
  const [answer, ask] = useRules();
  const book = useLive((state) => state.setup?.rules ?? null);
  if (!answer)
    return (
      <p className="hy-quiet hy-pad" role="status">
        {t('app.loading')}
      </p>
    );
  if (!answer.ok)
    return (
      <div className="hy-pad">
        <Refusal text={t('rules.failed')} failure={answer.failure} />
        <Button size="small" onClick={ask}>
          {t('app.retry')}
        </Button>
      </div>
    );
  const { rules, settingsSource } = answer.value;
  const groups = RULE_GROUPS.map((group) => ({
    group,
    rules: rules.filter((rule) => ruleGroup(rule) === group),
  }));
  return (
    <div className="hy-rules" data-rules={rules.length}>
      {groups.map(({ group, rules: own }) => (
        <Group key={group} group={group} rules={own} />
      ))}
      {book && <Duties book={book} />}
      {settingsSource !== null && (
        <p className="hy-note hy-pad">
          {t('rules.settingsBy')} <SourceText text={settingsSource} />
        </p>
      )}
    </div>
  );
};

const Group = ({ group, rules }: { group: (typeof RULE_GROUPS)[number]; rules: readonly ListedRule[] }) => {
  const { t } = useTranslation();
  return (
    <section data-rule-group={group}>
      <h3>
        {t(`rules.${group}`)}{' '}
        <span className="hy-quiet">{formatNumber(rules.length, { integer: true })}</span>
      </h3>
      {rules.length === 0 ? (
        <p className="hy-quiet hy-pad">{t(`rulesNone.${group}`)}</p>
      ) : (
        <ul>
          {rules.map((rule) => (
            <RuleRow key={`${rule.origin} ${rule.id}`} rule={rule} />
          ))}
        </ul>
      )}
    </section>
  );
};

/** What the county asks for that raises no alarm: it is judged in the panels of cameras, slopes and alarms. */
const Duties = ({ book }: { book: LiveSetup['rules'] }) => {
  const { t } = useTranslation();
  const { closeOut, cameraCoverage, slopeHeights } = book;
  if (!closeOut && cameraCoverage.length === 0 && slopeHeights.length === 0) return null;
  return (
    <section data-rule-group="duties">
      <h3>{t('rules.duties')}</h3>
      <ul>
        {closeOut && <DutyRow id="closeOut" what={t('rules.closeOut')} source={closeOut} />}
        {cameraCoverage.map((rule) => (
          <DutyRow
            key={rule.id}
            id={rule.id}
            what={t(`ruleCoverage.${rule.of}`, { percent: rule.percent })}
            source={rule}
          />
        ))}
        {slopeHeights.map((rule) => (
          <DutyRow
            key={rule.id}
            id={rule.id}
            what={t(`ruleHeight.${rule.meaning}`, {
              object: t(`slopeObject.${rule.object}`),
              basis: t(`heightBasis.${rule.basis}`),
              op: rule.op === '>=' ? '≥' : '>',
              value: rule.value,
            })}
            source={rule}
          />
        ))}
      </ul>
    </section>
  );
};
