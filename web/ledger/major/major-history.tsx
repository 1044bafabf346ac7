import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MajorVersion } from '../../../domain/contracts/major-hazard.ts';
import { majorDifference } from '../../../domain/major-hazards/major-fields.ts';
import { takenBack } from '../../../domain/major-hazards/taken-back.ts';
import { SourceText } from '../../live/source-text.tsx';
import { failureText } from '../../shell/failure-text.ts';
import type { Fetched } from '../../shell/fetch-json.ts';
import { countyMoment } from '../county-day.ts';
import { useNameOfLayer } from '../ledger-context.ts';
import { majorRoutes } from './major-routes.ts';
import { majorFieldText } from './major-words.ts';

/** Who changed what of a major hazard and why, the newest first. */
export const MajorHistory = ({ shown, mine }: { readonly shown: MajorVersion; readonly mine: string }) => {
  const { t } = useTranslation();
  const nameOfLayer = useNameOfLayer(mine);
  const [fetched, setFetched] = useState<Fetched<MajorVersion[]> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    majorRoutes.versions(mine, shown.subject, stop.signal).then(setFetched, () => {}); // only an abort rejects
    return () => stop.abort();
  }, [mine, shown.subject]);
  const versions = fetched?.ok ? fetched.value : [];
  return (
    <section className="hy-hazard-part" data-part="history">
      <h3>{t('hazardCard.history')}</h3>
      {fetched === null && <p role="status">{t('ledger.loading')}</p>}
      {fetched && !fetched.ok && (
        <p role="alert" className="hy-bad">
          ✗ {failureText(fetched.failure, t)}
        </p>
      )}
      {takenBack(versions.filter(({ number }) => number <= shown.number)).map(({ field, was, number }) => {
        const [before, after] = [{ kind: 'hazard', hazard: was } as const, shown.entry].map((one) =>
          majorFieldText(one, field, { t, nameOfLayer }),
        );
        return (
          <p key={field} className="hy-bad" data-taken-back={field}>
            ⚠{' '}
            {t('hazardCard.talkedDown', {
              field: t(`majorField.${field}`),
              before: before ?? t('hazardCard.notGiven'),
              after: after ?? t('hazardCard.notGiven'),
              n: number,
            })}
          </p>
        );
      })}
      <ol className="hy-versions" reversed>
        {versions.toReversed().map((version) => (
          <li key={version.number} data-version={version.number} data-shown={version.number === shown.number}>
            <p>
              <strong>{t('hazardCard.version', { n: version.number })}</strong>{' '}
              <time dateTime={version.writtenAt}>{countyMoment(version.writtenAt)}</time> ·{' '}
              <SourceText text={version.writtenBy.name} />
              {version.number === shown.number && (
                <span className="hy-version-shown">{t('hazardCard.shownVersion')}</span>
              )}
            </p>
            <p>
              <span className="hy-quiet">{t('hazardCard.because')}</span> <SourceText text={version.reason} />
            </p>
            <Changes before={versions[versions.indexOf(version) - 1] ?? null} version={version} mine={mine} />
          </li>
        ))}
      </ol>
    </section>
  );
};

interface ChangesProps {
  readonly mine: string;
  /** null: it is the first. */
  readonly before: MajorVersion | null;
  readonly version: MajorVersion;
}

const Changes = ({ before, version: { entry }, mine }: ChangesProps) => {
  const { t } = useTranslation();
  const nameOfLayer = useNameOfLayer(mine);
  if (!before) return <p className="hy-quiet">{t('hazardCard.firstWritten')}</p>;
  return (
    <dl className="hy-difference">
      {majorDifference(before.entry, entry).map((field) => {
        const [old, now] = [before.entry, entry].map((one) => majorFieldText(one, field, { t, nameOfLayer }));
        return (
          <div key={field} className="hy-attribute" data-difference={field}>
            <dt>{t(`majorField.${field}`)}</dt>
            <dd>
              {old && <del>{old}</del>}
              {now ? <ins>{now}</ins> : <em>{t('hazardCard.removed')}</em>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
