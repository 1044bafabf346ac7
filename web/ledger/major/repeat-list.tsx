import { useTranslation } from 'react-i18next';
import type { MajorView } from '../../../domain/contracts/major-hazard.ts';
import { RuleSource } from '../../live/alarms/rule-source.tsx';
import { formatCount } from '../../shell/format-number.ts';
import { setView } from '../../shell/view-store.ts';
import { useSurroundings } from '../ledger-context.ts';
import { RepeatAnswer } from './repeat-answer.tsx';

/** Mines that were found producing with major hazards as often as the county's rule says, and those of which nobody knows. */
export const RepeatList = ({ view }: { readonly view: MajorView }) => {
  const { t } = useTranslation();
  const { nameOfMine } = useSurroundings();
  const rule = view.rules.repeat;
  const open = view.mines.filter(({ repeat: { kind } }) => kind !== 'not-reached' && kind !== 'no-rule');
  // Of these nothing is known at all: they are counted, not listed.
  const said = open.filter(({ repeat }) => repeat.hazards.length > 0);
  const silent = open.length - said.length;
  return (
    <section data-part="repeat">
      <h3>{t('major.repeat')}</h3>
      {rule ? (
        <p className="hy-quiet">
          {t('major.repeatRule', { months: rule.months, times: rule.value })} <RuleSource {...rule} />
        </p>
      ) : (
        <p className="hy-unknown">
          {t('major.noRepeatRule')} {view.rules.problem}
        </p>
      )}
      {rule && open.length === 0 && <p>{t('major.noRepeat')}</p>}
      {silent > 0 && (
        <p className="hy-unknown" data-silent={silent}>
          {t('major.repeatSilent', { n: formatCount(silent) })}
        </p>
      )}
      <ul className="hy-bars">
        {said.map(({ mine, repeat, ...of }) => (
          <li key={mine} data-bar={repeat.kind} data-repeat={mine}>
            {repeat.kind === 'reached' ? (
              <span className="hy-bad">
                ✗ <strong>{nameOfMine(mine)}</strong> {t('major.reached', { times: repeat.times })}
              </span>
            ) : repeat.reachedOn !== null ? (
              <span className="hy-bad">
                ✗ <strong>{nameOfMine(mine)}</strong>{' '}
                {t('major.wasReached', { on: repeat.reachedOn, times: repeat.times })}
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
            <RepeatAnswer view={view} of={{ mine, repeat, ...of }} />
          </li>
        ))}
      </ul>
    </section>
  );
};
