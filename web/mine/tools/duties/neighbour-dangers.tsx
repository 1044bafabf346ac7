import { useTranslation } from 'react-i18next';
import type { MineNeighbours } from '../../../../domain/contracts/mine-neighbours.ts';
import type { NeighbourFinding } from '../../../../domain/contracts/neighbours.ts';
import { countyDay } from '../../../../domain/county/county-day.ts';
import { notComparedOn } from '../../../../domain/county/not-compared.ts';
import { findingsByWhatMatters, greatestHead } from '../../../../domain/neighbours/by-what-matters.ts';
import { reachOfMine } from '../../../../domain/neighbours/reach-of-mine.ts';
import { OUTSIDE } from '../../../../domain/neighbours/report-for-reader.ts';
import { distanceText } from '../../../region/map/proofs-of-finding.ts';
import type { Fetched } from '../../../shell/fetch-json.ts';
import { setView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';

interface Props {
  readonly found: Fetched<MineNeighbours>;
  readonly mine: string;
}

/** What endangers the mine from next door, as its county found it; that nobody looked is said, and is not "nothing". */
export const NeighbourDangers = ({ found, mine }: Props) => {
  const { t } = useTranslation();
  const report = found.ok ? found.value.report : null;
  const findings = report ? findingsByWhatMatters(report.findings) : [];
  const notCompared = report ? notComparedOn(report, countyDay(Date.now())).length : 0;
  return (
    <section data-neighbours={report === null ? 'unknown' : findings.length}>
      <h3>{t('neighbours.title')}</h3>
      {report === null ? (
        <p className="hy-duties-wrong">
          {t(found.ok ? 'duties.neighboursNobody' : 'duties.neighboursFailed')}
        </p>
      ) : (
        <>
          {findings.length === 0 && <p>{t('duties.neighboursNone')}</p>}
          {report.gaps.length > 0 && (
            <p className="hy-duties-quiet">{t('neighbours.notWhole', { n: report.gaps.length })}</p>
          )}
          {notCompared > 0 && (
            <p className="hy-duties-wrong">{t('neighbours.notCompared', { n: notCompared })}</p>
          )}
          <ul className="hy-duties-list">
            {findings.map((finding) => (
              <Danger key={finding.id} finding={finding} mine={mine} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const Danger = ({ finding, mine }: { finding: NeighbourFinding; mine: string }) => {
  const { t } = useTranslation();
  const own = finding.proofs.filter(({ here, there }) => here.mine === mine || there.mine === mine);
  const nearest = own.length > 0 ? own.reduce((a, b) => (b.distance < a.distance ? b : a)) : null;
  if (nearest === null) return null;
  const judged = reachOfMine(finding, mine);
  const [side, other] =
    nearest.here.mine === mine ? [nearest.here, nearest.there] : [nearest.there, nearest.here];
  const head = greatestHead(finding);
  // Features of a bundle are called mine/layer/feature.
  const [bundle, layerId, ...rest] = side.feature.split('/');
  const selected =
    bundle === mine && layerId && rest.length > 0 ? { layerId, featureId: rest.join('/') } : null;
  const whose = other.mine.startsWith(OUTSIDE)
    ? t('duties.neighbourUnnamed', { n: other.mine.slice(OUTSIDE.length) })
    : other.mine;
  return (
    <li data-danger={finding.check}>
      <button
        type="button"
        disabled={selected === null}
        onClick={() => {
          if (selected === null) return;
          setView({ selected });
          useSession.getState().view?.flyToFeature(selected);
        }}
      >
        <span>
          {t(`neighbourCheck.${finding.check}`)} · {whose} · {t(`neighbourKind.${other.kind}`)}
        </span>
        <span className="hy-duties-quiet">
          {[
            t(nearest.distance < 0 ? 'neighbours.overlap' : 'neighbours.apart', {
              distance: distanceText({ ...nearest, distance: Math.abs(nearest.distance) }),
            }),
            ...(head === null ? [] : [t('neighbours.head', { head: head.toFixed(0) })]),
            t(
              judged.answer === 'unknown'
                ? 'neighbours.unknown'
                : judged.certain
                  ? 'neighbours.certain'
                  : 'neighbours.doubtful',
            ),
            selected?.featureId ?? side.feature,
          ].join(' · ')}
        </span>
      </button>
    </li>
  );
};
