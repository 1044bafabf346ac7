import { useTranslation } from 'react-i18next';
import { failureText } from '../../shell/failure-text.ts';
import { type DutyQuestion, useMineDuties } from './duties-store.ts';
import { DutyDetail } from './duty-detail.tsx';
import { useDutyChoice } from './query-store.ts';

/** The chosen mine beside the table: all of it comes when it is chosen. */
export const ChosenMine = ({
  county,
  on,
  mine,
}: Pick<DutyQuestion, 'county' | 'on'> & { readonly mine: string }) => {
  const { t } = useTranslation();
  const duty = useDutyChoice((choice) => choice.duty);
  const fetched = useMineDuties(county, mine, on);
  const row = fetched?.ok ? fetched.value.mines[0] : undefined;
  if (fetched?.ok && row) return <DutyDetail view={fetched.value} row={row} duty={duty} />;
  return (
    <aside className="hy-cd-detail" aria-busy={fetched === null}>
      {fetched === null ? (
        <p role="status">{t('countyDuties.loading')}</p>
      ) : (
        !fetched.ok && (
          <p role="alert" className="hy-bad">
            ✗ {failureText(fetched.failure, t)}
          </p>
        )
      )}
    </aside>
  );
};
