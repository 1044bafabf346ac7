import { useTranslation } from 'react-i18next';
import type { MajorView } from '../../../domain/contracts/major-hazard.ts';
import { setView } from '../../shell/view-store.ts';
import { useSurroundings } from '../ledger-context.ts';

/** Mines that were found producing with major hazards as often as the county's rule says, and those of which nobody knows. */
export const RepeatList = ({ view }: { readonly view: MajorView }) => {
  const { t } = useTranslation();
  const { nameOfMine } = useSurroundings();
  const rule = view.rules.repeat;
  const said = view.mines.filter(({ repeat }) => repeat.kind === 'reached' || repeat.kind === 'unknown');
  return (
    <section data-part="repeat">
      <h3>{t('major.repeat')}</h3>
      {rule ? (
        <p className="hy-quiet">
          {t('major.repeatRule', { months: rule.months, times: rule.value })} {rule.jurisdiction} ·{' '}
          {rule.clause} · {rule.status}
        </p>
      ) : (
        <p className="hy-unknown">
          {t('major.noRepeatRule')} {view.rules.problem}
        </p>
      )}
      {rule && said.length === 0 && <p>{t('major.noRepeat')}</p>}
      <ul className="hy-bars">
        {said.map(({ mine, repeat }) => (
          <li key={mine} data-bar={repeat.kind} data-repeat={mine}>
            {repeat.kind === 'reached' ? (
              <span className="hy-bad">
                ✗ <strong>{nameOfMine(mine)}</strong> {t('major.reached', { times: repeat.times })}
              </span>
            ) : (
              <span>
                ? <strong>{nameOfMine(mine)}</strong>{' '}
                {t('major.perhaps', { times: repeat.times, perhaps: repeat.perhaps })}
              </span>
            )}{' '}
            <span className="hy-quiet">{t('major.since', { from: repeat.from ?? '' })}</span>
            {repeat.hazards.map((hazard) => (
              <button
                key={hazard}
                type="button"
                className="hy-jump hy-repeat-hazard"
                onClick={() => setView({ openHazard: { mine, hazard } })}
              >
                {hazard}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};
