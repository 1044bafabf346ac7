import { useTranslation } from 'react-i18next';
import type {
  NeighbourFinding,
  NeighboursReport,
  SubsidenceZones,
} from '../../../domain/contracts/neighbours.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { useNeighbours } from '../county-files.ts';

interface ZoneFactsProps {
  readonly finding: NeighbourFinding;
  /** Height of the level ground the zones are cut from, metres in the county's datum. */
  readonly heightOf: (zones: SubsidenceZones, finding: NeighbourFinding) => number | null;
}

const area = (squareMetres: number): string =>
  formatNumber(squareMetres, { integer: true }) ?? String(squareMetres);

/** Why nobody could draw the zones of two goafs: what the report lacks of their mines; null: it lacks nothing. */
export const zonesLack = (
  { gaps }: Pick<NeighboursReport, 'gaps'>,
  mines: readonly string[],
): 'noAngle' | 'noGround' | null => {
  const lacking = gaps.filter(
    ({ check, mine }) => check === 'subsidence-overlap' && (mine === null || mines.includes(mine)),
  );
  if (lacking.some(({ settles }) => settles.do === 'configure-draw-angle')) return 'noAngle';
  return lacking.some(({ settles }) => settles.do === 'state-ground-height') ? 'noGround' : null;
};

/** Two goafs, and so two zones of ground that they may pull down. */
const isOfGoafs = ({ proofs }: NeighbourFinding): boolean =>
  proofs.every(({ here, there }) => here.kind === 'goaf' && there.kind === 'goaf');

/** The zones of a pair in words: how much ground both may pull down and how sure that is; or that it is not known, and why. */
export const ZoneFacts = ({ finding, heightOf }: ZoneFactsProps) => {
  const { t } = useTranslation();
  const report = useNeighbours();
  const zones = finding.proofs.find((proof) => proof.zones)?.zones;
  if (!zones) {
    const lack =
      report.status === 'open' && isOfGoafs(finding) ? zonesLack(report.value, finding.mines) : null;
    return (
      lack && (
        <p className="hy-zones" data-part="zones" data-zones="unknown">
          {t(`zones.${lack}`)}
        </p>
      )
    );
  }
  const { squareMetres, least, most } = zones;
  const ground = heightOf(zones, finding);
  return (
    <div className="hy-zones" data-part="zones" data-zones={squareMetres === null ? 'own' : 'whole'}>
      <b>{t('zones.title')}</b>
      <p>
        {squareMetres === null ? (
          t('zones.notTold')
        ) : squareMetres === 0 ? (
          <>
            {t('zones.apart')}{' '}
            {most === null ? t('zones.apartUnknown') : t('zones.apartAtMost', { most: area(most) })}
          </>
        ) : (
          <>
            <strong>{t('zones.overlap', { area: area(squareMetres) })}</strong>
            {least === null || most === null
              ? t('zones.plusMinusUnknown')
              : t('zones.between', { least: area(least), most: area(most) })}
          </>
        )}
      </p>
      {ground !== null && (
        <p className="hy-quiet">{t('zones.ground', { ground: formatNumber(ground, { decimals: 0 }) })}</p>
      )}
    </div>
  );
};
