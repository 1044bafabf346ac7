import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NeighbourFinding, Settles } from '../../../domain/contracts/neighbours.ts';
import { placesOfFrame } from '../../../domain/county/county-places.ts';
import { OUTSIDE } from '../../../domain/neighbours/report-for-reader.ts';
import { RuleSource } from '../../live/alarms/rule-source.tsx';
import { formatNumber } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import type { RegionPick } from '../../shell/region-choice.ts';
import { setView } from '../../shell/view-store.ts';
import { useFeatures } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { useThingNames } from '../map/use-thing-names.ts';
import type { MineNames } from './use-mine-names.ts';
import { ZoneFacts } from './zone-facts.tsx';

interface FindingDetailProps {
  readonly finding: NeighbourFinding;
  readonly names: MineNames;
}

/** Why a finding stands: what lies nearest, the rule it was held against, what is in doubt and what would settle it. */
export const FindingDetail = ({ finding, names }: FindingDetailProps) => {
  const { t } = useTranslation();
  const { catalog } = useOpenCounty();
  const { distance } = useThingNames();
  const { rule, bound, doubts, settles, proofs, drawAngles, mines } = finding;
  const namesOfThings = useNamesOfThings(mines, names);
  return (
    <div className="hy-finding-detail">
      <ul>
        {proofs.map((proof) => (
          <li key={`${proof.here.feature} ${proof.there.feature}`}>
            <ProvingThing side={proof.here} names={names} /> ↔{' '}
            <ProvingThing side={proof.there} names={names} />: <b>{distance(proof)}</b>
            {proof.judged?.answer === 'unknown' && ` · ${t('neighbours.unknown')}`}
            {proof.water.map(({ feature, level, headMetres, headMegapascals }) => (
              <span key={feature} className="hy-finding-water">
                {level === null
                  ? t('neighbours.levelUnknown')
                  : t('neighbours.waterAt', { level: formatNumber(level, { decimals: 1 }) })}
                {headMetres !== null && headMetres > 0
                  ? t('neighbours.headOf', {
                      head: headMetres.toFixed(0),
                      pressure: headMegapascals === null ? '?' : headMegapascals.toFixed(2),
                    })
                  : ''}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <ZoneFacts
        finding={finding}
        heightOf={({ ground }, { proofs: [proof] }) => {
          const [east, north] = proof?.ground ?? proof?.here.at ?? [0, 0];
          return placesOfFrame(catalog)([east, north, ground])[2];
        }}
      />
      <p data-part="rule">
        {rule === null ? (
          t('neighbours.noRule')
        ) : (
          <>
            {t('neighbours.rule', { bound: bound === null ? '–' : `${bound} m` })} <RuleSource {...rule} />
          </>
        )}
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
              <li key={`${one.do} ${one.of} ${one.kind}`}>
                {namesOfThings(one) ?? settleText(one, t, names)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};

type Side = NeighbourFinding['proofs'][number]['here'];

/** One of the two things: a way to its card, but for what has no name for this reader. */
const ProvingThing = ({ side, names }: { readonly side: Side; readonly names: MineNames }) => {
  const { t } = useTranslation();
  const { mine, kind, feature } = side;
  const text = t('neighbours.thing', { mine: names(mine), kind: t(`neighbourKind.${kind}`) });
  if (mine.startsWith(OUTSIDE)) return <span>{text}</span>;
  // A right is no thing of its own: it is its mine's.
  const regionPick: RegionPick =
    kind === 'right' ? { kind: 'mine', id: mine } : { kind: 'feature', id: feature };
  return (
    <button
      type="button"
      className="hy-finding-thing"
      data-thing={feature}
      onClick={() => setView({ regionPick, mineInPlace: false })}
    >
      {text}
    </button>
  );
};

/** What is to be done with a thing of one of these mines, by its name; null: it is of none of them, or the reader has not got it. */
const useNamesOfThings = (
  mines: readonly string[],
  names: MineNames,
): ((settles: Settles) => string | null) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const file = useFeatures(true);
  return ({ do: what, of }) => {
    const things = file.status === 'open' ? file.value : [];
    const thing = things.find(({ id, mine }) => id === of && mines.includes(mine));
    if (!thing) return null;
    const kind = t(`neighbourKind.${thing.kind}`);
    const whose = `${t('neighbours.thing', { mine: names(thing.mine), kind })} ${thing.name[language]}`;
    return t('neighbours.toDo', { whose, what: t(`neighbourSettle.${what}`) });
  };
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
