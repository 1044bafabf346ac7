import { useTranslation } from 'react-i18next';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import { hazardDifference } from '../../../domain/hazards/hazard-difference.ts';
import { talkedDown } from '../../../domain/hazards/talked-down.ts';
import { SourceText } from '../../live/source-text.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { countyMoment } from '../county-day.ts';
import { hazardFieldText } from '../hazard-words.ts';
import { useNameOfLayer } from '../ledger-context.ts';
import { DifferenceList } from './difference-list.tsx';

interface Props {
  /** Oldest first. */
  readonly versions: readonly LedgerVersion[];
  readonly shown: LedgerVersion;
}

/** Who changed what and why, the newest first. */
export const VersionHistory = ({ versions, shown }: Props) => {
  const { t } = useTranslation();
  return (
    <section className="hy-hazard-part" data-part="history">
      <h3>{t('hazardCard.history')}</h3>
      <TalkedDownNotes versions={versions.slice(0, versions.indexOf(shown) + 1)} />
      <ol className="hy-versions" reversed>
        {[...versions].reverse().map((version) => {
          const before = versions[versions.indexOf(version) - 1];
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
    </section>
  );
};

/** Where less is asked of the hazard than once was: it may be right, and whoever decides is to see it. */
const TalkedDownNotes = ({ versions }: Pick<Props, 'versions'>) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = versions.at(-1)?.hazard;
  const nameOfLayer = useNameOfLayer(now?.mine ?? '');
  if (!now) return null;
  return talkedDown(versions).map(({ field, was, number }) => {
    const [before, after] = [was, now].map((one) => hazardFieldText(one, field, t, language, nameOfLayer));
    return (
      <p key={field} className="hy-bad" data-talked-down={field}>
        ⚠{' '}
        {t('hazardCard.talkedDown', {
          field: t(`hazardField.${field}`),
          before: before ?? t('hazardCard.notGiven'),
          after: after ?? t('hazardCard.notGiven'),
          n: number,
        })}
      </p>
    );
  });
};
