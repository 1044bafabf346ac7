import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { MineNeighbours } from '../../../../domain/contracts/mine-neighbours.ts';
import type { MineZone } from '../../../../domain/contracts/neighbours.ts';
import { RuleSource } from '../../../live/alarms/rule-source.tsx';
import type { Fetched } from '../../../shell/fetch-json.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { useTheme } from '../../../shell/preferences.ts';
import { useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { useHazardSite } from '../ledger/use-hazard-site.ts';
import { rgbOf } from '../scene-strokes.ts';
import { ownZoneOf } from './use-neighbours.ts';
import { ZONE_EDGES, type ZoneEdge, zoneLines } from './zone-lines.ts';

const OVERLAY = 'own-zone';
/** As the county's map draws zones. */
const COLOURS = { light: '#5b3fb0', dark: '#b39bff' } as const;

/** Draws the mine's own zone of subsidence while it is mounted. @param bundleUrl absolute, ending in "/" */
export const OwnZoneLines = ({
  zone,
  catalog,
  bundleUrl,
}: {
  readonly zone: MineZone;
  readonly catalog: Catalog;
  readonly bundleUrl: string;
}) => {
  const theme = useTheme();
  const view = useSession((session) => session.view);
  const { site } = useHazardSite(catalog, bundleUrl);
  useEffect(() => {
    view?.live.setOverlay(OVERLAY, zoneLines(zone, site, rgbOf(COLOURS[theme])));
    return () => view?.live.setOverlay(OVERLAY, null);
  }, [view, zone, site, theme]);
  return null;
};

interface Props {
  readonly found: Fetched<MineNeighbours>;
  readonly mine: string;
}

/** The mine's own zone of subsidence in words: how sure its edges are, what it rests on; or that it is not known, and why. */
export const OwnZone = ({ found, mine }: Props) => {
  const { t } = useTranslation();
  const zone = ownZoneOf(found, mine);
  const lack = !found.ok
    ? 'unread'
    : zone === null
      ? 'nobody'
      : zone.drawAngle === null
        ? 'noAngle'
        : zone.outline === null
          ? 'noGround'
          : null;
  return (
    <section data-own-zone={lack ?? 'known'}>
      <h3>{t('ownZone.title')}</h3>
      {lack !== null && <p className="hy-duties-wrong">? {t(`ownZone.${lack}`)}</p>}
      {lack === null && zone?.drawAngle && <KnownZone zone={zone} angle={zone.drawAngle} />}
    </section>
  );
};

const KnownZone = ({
  zone,
  angle,
}: {
  readonly zone: MineZone;
  readonly angle: NonNullable<MineZone['drawAngle']>;
}) => {
  const { t } = useTranslation();
  const day = useView((state) => state.day);
  const edges = (Object.keys(ZONE_EDGES) as ZoneEdge[]).filter((edge) => (zone[edge]?.length ?? 0) > 0);
  return (
    <>
      {zone.goafs === 0 ? (
        <p>{t('ownZone.none')}</p>
      ) : (
        <ul className="hy-zone-edges">
          {edges.map((edge) => (
            <li key={edge} data-zone-edge={edge}>
              <EdgeSample edge={edge} /> {t(`ownZone.${edge}`)}
            </li>
          ))}
        </ul>
      )}
      {zone.goafs > 0 && zone.certain === null && (
        <p className="hy-duties-wrong">? {t('ownZone.plusMinusUnknown')}</p>
      )}
      {zone.certain !== null && zone.unsure.length > 0 && (
        <p className="hy-duties-wrong" title={zone.unsure.join('\n')}>
          ? {t('ownZone.unsure', { n: zone.unsure.length, all: zone.goafs })}
        </p>
      )}
      {!zone.whole && <p className="hy-duties-wrong">? {t('ownZone.notWhole')}</p>}
      {day !== null && <p className="hy-duties-wrong">? {t('ownZone.notOfDay', { day })}</p>}
      <p className="hy-duties-quiet">
        {t('ownZone.angle', { degrees: formatNumber(angle.degrees), id: angle.id })} <RuleSource {...angle} />
        {zone.ground !== null &&
          ` · ${t('ownZone.ground', { ground: formatNumber(zone.ground, { decimals: 0 }) })}`}
      </p>
    </>
  );
};

/** Pixels a metre of the scene's dashes takes in the legend. */
const SCALE = 0.7;

const EdgeSample = ({ edge }: { readonly edge: ZoneEdge }) => {
  const [stroke, gap] = ZONE_EDGES[edge];
  return (
    <svg className="hy-zone-sample" width="36" height="8" aria-hidden="true">
      <line
        x1="0"
        x2="36"
        y1="4"
        y2="4"
        strokeDasharray={gap === 0 ? undefined : `${stroke * SCALE} ${gap * SCALE}`}
      />
    </svg>
  );
};
