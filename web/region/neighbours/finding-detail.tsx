import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NeighbourFinding, Settles } from '../../../domain/contracts/neighbours.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { distanceText } from '../map/proofs-of-finding.ts';
import type { MineNames } from './use-mine-names.ts';

interface FindingDetailProps {
  readonly finding: NeighbourFinding;
  readonly names: MineNames;
}

/** Why a finding stands: what lies nearest, the rule it was held against, what is in doubt and what would settle it. */
export const FindingDetail = ({ finding, names }: FindingDetailProps) => {
  const { t } = useTranslation();
  const { rule, bound, doubts, settles, proofs, drawAngles } = finding;
  const thing = ({
    mine,
    kind,
  }: {
    mine: string;
    kind: NeighbourFinding['proofs'][number]['here']['kind'];
  }) => t('neighbours.thing', { mine: names(mine), kind: t(`neighbourKind.${kind}`) });
  return (
    <div className="hy-finding-detail">
      <ul>
        {proofs.map((proof) => (
          <li key={`${proof.here.feature} ${proof.there.feature}`}>
            {thing(proof.here)} ↔ {thing(proof.there)}: <b>{distanceText(proof)}</b>
            {proof.water.map(({ feature, level, headMetres, headMegapascals }) => (
              <span key={feature} className="hy-finding-water">
                {level === null
                  ? t('neighbours.levelUnknown')
                  : t('neighbours.waterAt', { level: formatNumber(level, { decimals: 1 }) })}
                {headMetres !== null && headMetres > 0
                  ? ` ${t('neighbours.headOf', {
                      head: headMetres.toFixed(0),
                      pressure: headMegapascals === null ? '?' : headMegapascals.toFixed(2),
                    })}`
                  : ''}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p data-part="rule">
        {rule === null
          ? t('neighbours.noRule')
          : t('neighbours.rule', {
              bound: bound === null ? '–' : `${bound} m`,
              jurisdiction: rule.jurisdiction,
              clause: rule.clause,
              status: rule.status,
            })}
      </p>
      {drawAngles.length > 0 && (
        <p>
          {drawAngles
            .map(({ mine, degrees }) => t('neighbours.drawAngle', { mine: names(mine), degrees }))
            .join(t('map.comma'))}
        </p>
      )}
      {doubts.length > 0 && (
        <p data-part="doubts">
          {t('neighbours.doubts')}
          {doubts.map((doubt) => t(`neighbourDoubt.${doubt}`)).join(t('map.comma'))}
        </p>
      )}
      {settles.length > 0 && (
        <div data-part="settles">
          {t('neighbours.settles')}
          <ul>
            {settles.map((one) => (
              <li key={`${one.do} ${one.of} ${one.kind}`}>{settleText(one, t, names)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};

/** What is to be done, and with what. */
export const settleText = ({ do: what, of, kind }: Settles, t: TFunction, names: MineNames): string => {
  const name = names(of);
  const whose =
    kind === null ? name : t('neighbours.thing', { mine: name, kind: t(`neighbourKind.${kind}`) });
  // Where the distance or the angle is meant nothing of a mine is.
  return what === 'configure-distance' || what === 'configure-draw-angle'
    ? t(`neighbourSettle.${what}`)
    : t('neighbours.toDo', { whose, what: t(`neighbourSettle.${what}`) });
};
