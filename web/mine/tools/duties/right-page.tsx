import { useTranslation } from 'react-i18next';
import type { MineNeighbours } from '../../../../domain/contracts/mine-neighbours.ts';
import type { OutsideWorking } from '../../../../domain/duties/duties-of-mine.ts';
import type { Fetched } from '../../../shell/fetch-json.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { setView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import type { OpenDuties } from './duties-store.ts';
import { NeighbourDangers } from './neighbour-dangers.tsx';
import { OwnZone } from './own-zone.tsx';

const volume = (value: number): string => formatNumber(value, { decimals: 0, unit: 'm³' }) ?? '?';
const isMined = ({ kind }: OutsideWorking): boolean => kind === 'stope' || kind === 'goaf';

interface Props {
  readonly open: OpenDuties;
  readonly mine: string;
  /** What the county found; null: it has not come yet. */
  readonly neighbours: Fetched<MineNeighbours> | null;
}

/** What lies beyond the mining right: the mine's own workings, what endangers it from the other side, and what it may pull down. */
export const RightPage = ({ open, mine, neighbours }: Props) => (
  <>
    <OwnWorkings open={open} />
    {neighbours && (
      <>
        <NeighbourDangers found={neighbours} mine={mine} />
        <OwnZone found={neighbours} mine={mine} />
      </>
    )}
  </>
);

/** Workings outside the mining right, with their volume: what was mined first, what leads in apart from it. */
const OwnWorkings = ({ open: { duties } }: { open: OpenDuties }) => {
  const { t } = useTranslation();
  const { outside, unmeasured } = duties;
  if (outside === null) return <p>{t('duties.rightNone')}</p>;
  const mined = outside.filter(isMined);
  const access = outside.filter((one) => !isMined(one));
  return (
    <>
      {unmeasured.length > 0 && (
        <p className="hy-duties-wrong">
          {t('duties.rightUnmeasured', {
            n: unmeasured.length,
            list: unmeasured.map(({ featureId }) => featureId).join(t('driveOn.comma')),
          })}
        </p>
      )}
      {mined.length === 0 ? (
        unmeasured.length === 0 && <p>{t('duties.rightInside')}</p>
      ) : (
        <section>
          <h3 className="hy-duties-wrong">{t('duties.rightMined')}</h3>
          <Rows rows={mined} />
        </section>
      )}
      {access.length > 0 && (
        <section>
          <h3>{t('duties.rightAccess')}</h3>
          <Rows rows={access} />
        </section>
      )}
    </>
  );
};

const Rows = ({ rows }: { rows: readonly OutsideWorking[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="hy-duties-list">
      {rows.map((one) => (
        <li key={`${one.layerId} ${one.featureId}`} data-outside={one.featureId}>
          <button
            type="button"
            onClick={() => {
              const selected = { layerId: one.layerId, featureId: one.featureId };
              setView({ selected });
              useSession.getState().view?.flyToFeature(selected);
            }}
          >
            <span>
              {one.name[language]} ({one.featureId})
            </span>
            <span className="hy-duties-quiet">
              {[
                ...(one.beyondInPlan > 0
                  ? [t('duties.rightBeyond', { volume: volume(one.beyondInPlan) })]
                  : []),
                ...(one.otherHeights > 0
                  ? [t('duties.rightHeights', { volume: volume(one.otherHeights) })]
                  : []),
                t('duties.rightWhole', { volume: volume(one.volume) }),
              ].join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
