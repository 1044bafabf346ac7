import { useTranslation } from 'react-i18next';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import { hazardDifference } from '../../../domain/hazards/hazard-difference.ts';
import { SourceText } from '../../live/source-text.tsx';
import { failureText } from '../../shell/failure-text.ts';
import { countyMoment } from '../county-day.ts';
import { DifferenceList } from './difference-list.tsx';
import { useVersions } from './use-versions.ts';

/** Who changed what and why, the newest first. */
export const VersionHistory = ({ shown }: { readonly shown: LedgerVersion }) => {
  const { t } = useTranslation();
  const state = useVersions(shown.hazard.mine, shown.hazard.id);
  return (
    <section className="hy-hazard-part" data-part="history">
      <h3>{t('hazardCard.history')}</h3>
      {state.status === 'loading' && <p role="status">{t('ledger.loading')}</p>}
      {state.status === 'failed' && (
        <p role="alert" className="hy-bad">
          {failureText(state.failure, t)}
        </p>
      )}
      {state.status === 'open' && (
        <ol className="hy-versions" reversed>
          {[...state.versions].reverse().map((version) => {
            const before = state.versions[state.versions.indexOf(version) - 1];
            return (
              <li
                key={version.number}
                data-version={version.number}
                data-shown={version.number === shown.number}
              >
                <p>
                  <strong>{t('hazardCard.version', { n: version.number })}</strong>{' '}
                  <time dateTime={version.writtenAt}>{countyMoment(version.writtenAt)}</time> ·{' '}
                  <SourceText text={version.writtenBy.name} />
                  {version.number === shown.number && (
                    <span className="hy-version-shown">{t('hazardCard.shownVersion')}</span>
                  )}
                </p>
                <p>
                  <span className="hy-quiet">{t('hazardCard.because')}</span>{' '}
                  <SourceText text={version.reason} />
                </p>
                {before ? (
                  <DifferenceList
                    before={before.hazard}
                    after={version.hazard}
                    differences={hazardDifference(before.hazard, version.hazard)}
                  />
                ) : (
                  <p className="hy-quiet">{t('hazardCard.firstWritten')}</p>
                )}
                <p className="hy-hash" title={version.hash}>
                  {t('hazardCard.hash')} <code>{version.hash.slice(0, 16)}…</code>
                </p>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
};
