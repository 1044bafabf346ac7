import { Button, Tooltip } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AsBuiltPlan, MAX_SCAN_BYTES, SCAN_TYPES } from '../../../domain/contracts/plans.ts';
import { useAccount, useRefusal } from '../../accounts/use-account.ts';
import { usePersonName } from '../../accounts/use-person-name.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import type { PlanRoutes } from './plan-routes.ts';

interface PlanRowProps {
  readonly plan: AsBuiltPlan;
  readonly routes: PlanRoutes;
  readonly onChanged: (plan: AsBuiltPlan) => void;
  readonly onFailure: (failure: FetchFailure) => void;
  readonly onCompare: () => void;
}

/** One plan of the register: its dates, its signed paper, and what changed since. */
export const PlanRow = ({ plan, routes, onChanged, onFailure, onCompare }: PlanRowProps) => {
  const { t } = useTranslation();
  const account = useAccount();
  const mayNot = useRefusal('register-plan');
  const nameOf = usePersonName();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const attach = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    if (!Object.hasOwn(SCAN_TYPES, file.type)) return setWrong(t('plans.wrongType'));
    if (file.size > MAX_SCAN_BYTES)
      return setWrong(t('plans.tooLarge', { most: Math.round(MAX_SCAN_BYTES / 1024 / 1024) }));
    setWrong(null);
    setBusy(true);
    const answer = await routes.attach(plan.id, file, account?.name ?? plan.by);
    setBusy(false);
    if (answer.ok) onChanged(answer.value);
    else onFailure(answer.failure);
  };
  return (
    <li data-plan={plan.id}>
      <strong>{plan.title}</strong>
      <span>
        {t('plans.surveyed')}{' '}
        {plan.surveyDate ?? <em className="hy-plans-unknown">{t('plans.unknownDate')}</em>}
        {' · '}
        {t('plans.made', { day: new Date(plan.madeAt).toISOString().slice(0, 10), by: nameOf(plan.by) })}
        {' · '}
        {t('plans.revision', { revision: plan.revision.slice(0, 8) })}
      </span>
      {wrong && <span role="alert">{wrong}</span>}
      <span className="hy-plans-actions">
        {plan.scan ? (
          <a href={routes.scanUrl(plan.id)} download>
            {t('plans.signed', { by: nameOf(plan.scan.by), hash: plan.scan.sha256.slice(0, 8) })}
          </a>
        ) : (
          <>
            <span>{t('plans.unsigned')}</span>
            <input
              ref={picker}
              hidden
              type="file"
              aria-label={t('plans.attach')}
              accept={Object.keys(SCAN_TYPES).join(',')}
              onChange={(event) => void attach(event)}
            />
            <Tooltip title={mayNot}>
              <Button
                size="small"
                loading={busy}
                disabled={mayNot !== null}
                onClick={() => picker.current?.click()}
              >
                {t('plans.attach')}
              </Button>
            </Tooltip>
          </>
        )}
        <Button size="small" data-action="compare" onClick={onCompare}>
          {t('plans.compare')}
        </Button>
      </span>
    </li>
  );
};
