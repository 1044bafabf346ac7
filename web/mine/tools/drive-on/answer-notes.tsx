import { useTranslation } from 'react-i18next';
import type { Unjudged } from '../../../../domain/drive-on/answer-mine.ts';
import { useLive } from '../../../live/live-store.ts';
import type { OpenAnswer } from './drive-on-store.ts';

const WHAT_KEYS = {
  obstacle: 'driveOn.whatObstacle',
  heading: 'driveOn.whatHeading',
  'mining-right': 'driveOn.whatRight',
} as const satisfies Record<Unjudged['what'], string>;

/** What the answer stands on: what could not be judged, what the mine states, what was surveyed, and which revision. */
export const AnswerNotes = ({ answer: { report, unjudged }, facts }: OpenAnswer) => {
  const { t } = useTranslation();
  const county = useLive((state) => state.setup?.rules.county ?? null);
  const comma = t('driveOn.comma');
  return (
    <div className="hy-drive-notes">
      {unjudged.length > 0 && (
        <div role="alert" className="hy-drive-unproven">
          <strong>{t('driveOn.unjudged')}</strong>
          <ul>
            {unjudged.map(({ what, id, why, detail }) => (
              <li key={`${what} ${id}`}>
                {t(why === 'no-body' ? 'driveOn.unjudgedNoBody' : 'driveOn.unjudgedNotABody', {
                  what: t(WHAT_KEYS[what]),
                  id,
                  detail: detail ?? '',
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {facts.lost.map(({ kind, source, rows }) => (
        <p key={source} className="hy-drive-unproven">
          {t('driveOn.lost', { source, rows, kind: t(`driveOn.kind.${kind}`) })}
        </p>
      ))}
      {facts.settings.noneOf.length > 0 && (
        <p>
          {t('driveOn.noneOf', {
            list: facts.settings.noneOf
              .map(
                ({ obstacle, clause, status }) => `${t(`driveOn.kind.${obstacle}`)} (${clause} · ${status})`,
              )
              .join(comma),
          })}
        </p>
      )}
      <p>
        {facts.surveyed
          ? t('driveOn.surveyed', {
              list: facts.surveyed
                .map(({ id, name, date, methods }) =>
                  [
                    name ?? id,
                    methods.map((method) => t(`driveOn.method.${method}`)).join('+') || t('app.unknown'),
                    date ?? t('app.unknown'),
                  ].join(' '),
                )
                .join(comma),
            })
          : t('driveOn.surveyedNone')}
      </p>
      <p>{county === null ? t('driveOn.rulesNone') : t('driveOn.rules', { county })}</p>
      <p className="hy-drive-revision">
        {report.revision === null
          ? t('driveOn.revisionNone')
          : t('driveOn.revision', { revision: report.revision.slice(0, 16) })}
      </p>
    </div>
  );
};
