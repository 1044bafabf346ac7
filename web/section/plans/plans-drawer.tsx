import { Alert, Button, Drawer, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AsBuiltPlan } from '../../../domain/contracts/plans.ts';
import { planDue } from '../../../domain/plans/plan-due.ts';
import { useAccount, useRefusal } from '../../accounts/use-account.ts';
import { usePersonName } from '../../accounts/use-person-name.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { Refusal } from '../../shell/refusal.tsx';
import type { ComparedPlan } from '../contents/difference-content.ts';
import type { SectionMine } from '../section-data.ts';
import { DueSign } from './due-sign.tsx';
import type { PlanRoutes } from './plan-routes.ts';
import { PlanRow } from './plan-row.tsx';
import type { PlanRegister } from './use-plan-register.ts';

interface PlansDrawerProps {
  readonly mine: SectionMine;
  /** The mine has a live side, so its gateway has a database. */
  readonly live: boolean;
  readonly register: PlanRegister;
  readonly onCompare: (compared: ComparedPlan) => void;
}

/** Today by the reader's own calendar. */
const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** The register of as-built plans: when the next is due, what was made, what was signed. */
export const PlansDrawer = ({ mine, live, register, onCompare }: PlansDrawerProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { routes, list, failure, setFailure, take } = register;
  const due = list && planDue(list.plans, list.rules, mine.catalog.state, today());
  const rule = due && 'rule' in due ? due.rule : null;
  const compare = async (plan: AsBuiltPlan): Promise<void> => {
    const answer = await routes.features(plan.id);
    if (!answer.ok) return setFailure(answer.failure);
    onCompare({ plan, features: answer.value });
    setOpen(false);
  };
  return (
    <>
      <Button className="hy-plans-button" data-action="plans" onClick={() => setOpen(true)}>
        {t('plans.title')} {due && due.status !== 'no-rule' && <DueSign due={due} />}
      </Button>
      <Drawer title={t('plans.title')} open={open} onClose={() => setOpen(false)} size={460}>
        {!live && <Alert type="info" showIcon title={t('plans.noDatabase')} />}
        {failure && <Refusal text={t('plans.failed')} failure={failure} />}
        {due && (
          <p>
            <DueSign due={due} />
            {rule && (
              <small className="hy-plans-rule">
                {t('plans.rule', { count: rule.months, clause: rule.clause, status: rule.status })}
              </small>
            )}
          </p>
        )}
        {list && <RegisterForm routes={routes} onMade={take} onFailure={setFailure} />}
        {list?.plans.length === 0 && <p className="hy-section-hint">{t('plans.none')}</p>}
        <ul className="hy-plans">
          {list?.plans
            .toSorted((a, b) => b.madeAt - a.madeAt)
            .map((plan) => (
              <PlanRow
                key={plan.id}
                plan={plan}
                routes={routes}
                onChanged={take}
                onFailure={setFailure}
                onCompare={() => void compare(plan)}
              />
            ))}
        </ul>
      </Drawer>
    </>
  );
};

interface RegisterFormProps {
  readonly routes: PlanRoutes;
  readonly onMade: (plan: AsBuiltPlan) => void;
  readonly onFailure: (failure: FetchFailure) => void;
}

const RegisterForm = ({ routes, onMade, onFailure }: RegisterFormProps) => {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [surveyDate, setSurveyDate] = useState('');
  const by = useAccount()?.name ?? '';
  const nameOf = usePersonName();
  const mayNot = useRefusal('register-plan');
  const [busy, setBusy] = useState(false);
  const ready = title.trim() !== '' && by !== '';
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    const answer = await routes.make({
      title: title.trim(),
      surveyDate: surveyDate === '' ? null : surveyDate,
      by,
    });
    setBusy(false);
    if (!answer.ok) return onFailure(answer.failure);
    onMade(answer.value);
    setTitle('');
  };
  if (mayNot !== null) return <p className="hy-section-hint">{mayNot}</p>;
  return (
    <form className="hy-plans-form" onSubmit={(event) => void send(event)}>
      <label htmlFor="hy-plan-title">
        {t('plans.planTitle')}
        <Input
          id="hy-plan-title"
          data-field="plan-title"
          value={title}
          maxLength={120}
          onChange={(e) => setTitle(e.target.value)}
        />
      </label>
      <div className="hy-two">
        <label htmlFor="hy-plan-date">
          {t('plans.surveyDate')}
          <Input
            id="hy-plan-date"
            data-field="plan-date"
            type="date"
            value={surveyDate}
            onChange={(e) => setSurveyDate(e.target.value)}
          />
        </label>
        <p className="hy-section-hint">{t('accounts.as', { name: nameOf(by) })}</p>
      </div>
      <p className="hy-section-hint">{t('plans.registerHint')}</p>
      <Button type="primary" htmlType="submit" disabled={!ready} loading={busy} data-action="register-plan">
        {t('plans.register')}
      </Button>
    </form>
  );
};
