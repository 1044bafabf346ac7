import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { setView } from '../../shell/view-store.ts';
import { lookAt } from './look-at.ts';
import { useHasLedger } from './use-has-ledger.ts';
import { useMajorSigns } from './use-major-signs.ts';

/** The major hazards of a mine that are not done with: the way of the keyboard to their signs. */
export const MineMajors = ({ mine }: { readonly mine: string }) => {
  const hasLedger = useHasLedger();
  return hasLedger ? <Known mine={mine} /> : null;
};

const Known = ({ mine }: { readonly mine: string }) => {
  const { t } = useTranslation();
  const state = useMajorSigns();
  if (state.status !== 'open')
    return state.status === 'loading' ? null : (
      <p className="hy-legend-note" role="alert">
        {t('majorMap.failed')}
      </p>
    );
  const own = state.majors.filter((one) => one.mine === mine);
  if (own.length === 0) return null;
  return (
    <details className="hy-history hy-mine-things" data-part="majors">
      <summary>{t('majorMap.ofMine', { n: formatCount(own.length) })}</summary>
      <ul>
        {own.map(({ id, title, state: at, placed, at: place }) => (
          <li key={id}>
            <button
              type="button"
              data-major-of-mine={id}
              onClick={() => {
                setView({ regionPick: { kind: 'major', id }, mineInPlace: false });
                if (place) lookAt(place);
              }}
            >
              <span className="hy-quiet">
                {t(`majorState.${at}`)}
                {placed ? '' : ` · ${t('map.foundNoPlace')}`}
              </span>
              <span>{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
