import { useTranslation } from 'react-i18next';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { SourceText } from '../../live/source-text.tsx';
import { failureText } from '../../shell/failure-text.ts';
import { setView } from '../../shell/view-store.ts';
import { useSurroundings } from '../ledger-context.ts';
import { hazardsOf, majorKey, useMajorOf } from './major-store.ts';

interface Props {
  readonly hazard: Pick<Hazard, 'id' | 'mine'>;
  /** The past day that is shown; null: now. */
  readonly on: string | null;
}

/** The major hazards that are about a hidden one, and the way to each. */
export const MajorsOfHazard = ({ hazard: { id, mine }, on }: Props) => {
  const { t } = useTranslation();
  const { scope } = useSurroundings();
  const state = useMajorOf(scope, on, false);
  const majors =
    state.status === 'open'
      ? hazardsOf(state.view).filter(({ hazard }) => hazard.mine === mine && hazard.hazards.includes(id))
      : [];
  return (
    <section className="hy-hazard-part" data-part="majors" data-majors={state.status}>
      <h3>{t('major.ofHidden')}</h3>
      {state.status === 'loading' && <p role="status">{t('ledger.loading')}</p>}
      {state.status === 'failed' && (
        <p role="alert" className="hy-bad">
          ✗ {t('major.failed')} {failureText(state.failure, t)}
        </p>
      )}
      {state.status === 'open' && majors.length === 0 && (
        <p className="hy-quiet">{t('major.noneOfHidden')}</p>
      )}
      <ul className="hy-major-linked">
        {majors.map(({ hazard }) => (
          <li key={majorKey(hazard)}>
            <button
              type="button"
              className="hy-jump"
              data-link="major"
              onClick={() => setView({ ledgerPage: 'major', openHazard: { mine, hazard: hazard.id } })}
            >
              <SourceText text={hazard.title} /> {hazard.id} · {t(`majorState.${hazard.state}`)} →
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
