import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterMine } from '../../../domain/contracts/county.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { mineOnDay } from '../../../domain/county/mine-on-day.ts';
import { rightParcels } from '../../../domain/county/right-polygons.ts';
import { gradeMines } from '../../../domain/hazards/disaster-grade.ts';
import { toldOfMine } from '../../../domain/neighbours/told-of-mine.ts';
import { useDisasterKind } from '../../ledger/grade/use-disaster-kind.ts';
import { useLanguage, useTheme } from '../../shell/preferences.ts';
import { ProvenanceTag } from '../../shell/provenance-tag.tsx';
import { setView, useView } from '../../shell/view-store.ts';
import { COUNTY_COLOURS } from '../../theme/county-colours.ts';
import { useMines, useNeighbours } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { toldOfMineText } from '../neighbours/told-of-mine-text.ts';
import { MineSign } from '../signs/mine-sign.tsx';
import { alarmText } from './alarm-text.ts';
import { DutiesSummary } from './duties-summary.tsx';
import { FactList } from './fact-list.tsx';
import { GradeHistory } from './grade-history.tsx';
import { HazardsSummary } from './hazards-summary.tsx';
import { lookInto } from './look-at.ts';
import { MineBodies } from './mine-bodies.tsx';
import { MineMajors } from './mine-majors.tsx';
import { MineThings } from './mine-things.tsx';
import { openInMine } from './open-in-mine.ts';
import { peopleText } from './people-text.ts';
import { useAsOf, useLiveAlarms, useLiveCounts } from './use-live-counts.ts';
import { useMineCatalog } from './use-scene.ts';

/** Everything the county's register says of one mine, as it was on the day that is shown. */
export const MineCard = ({ mine }: { mine: RegisterMine }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { catalog } = useOpenCounty();
  const colours = COUNTY_COLOURS[useTheme()];
  const colouring = useView((state) => state.mineColouring);
  const day = useView((state) => state.day);
  const isInPlace = useView((state) => state.mineInPlace);
  const live = useLiveCounts();
  const alarms = useLiveAlarms();
  const asOf = useAsOf();
  const disasterKind = useDisasterKind();
  const neighbours = useNeighbours();
  const bundle = useMineCatalog(mine.bundle ? mine.id : null);
  const is = mineOnDay(mine, day);
  const register = useMines();
  // Beside the others: a kind that is graded anywhere in the county and not here is not known here.
  const worst = useMemo(
    () =>
      gradeMines(register.status === 'open' ? register.value : [mine]).find((one) => one.mine === mine.id)
        ?.worst,
    [register, mine],
  );
  const pairs =
    neighbours.status === 'open'
      ? toldOfMineText(toldOfMine(neighbours.value, mine.id, day ?? countyDay(Date.now())), t)
      : null;
  const town = catalog.towns.find(({ id }) => id === mine.town);
  const fill = colouring === 'grade' ? is.grade && colours.grade[is.grade] : is.risk && colours.risk[is.risk];
  // Of parcels that reach unlike deep each is told.
  const parcels = mine.right === null ? [] : rightParcels(mine.right);
  const spans = new Set(parcels.map(({ bottom, top }) => `${bottom ?? '?'} – ${top ?? '?'} m`));
  const isStated = parcels.some(({ bottom, top }) => bottom !== null || top !== null);
  const heights = isStated ? [...spans].join(t('map.comma')) : null;
  return (
    <article className="hy-map-card" data-card="mine" data-mine={mine.id}>
      <header>
        <MineSign
          colours={colours}
          type={mine.type}
          state={is.state}
          fill={fill}
          text={(colouring === 'grade' ? is.grade : is.risk && t(`riskLetter.${is.risk}`)) ?? '?'}
        />
        <h3>{mine.name[language]}</h3>
        <ProvenanceTag provenance={mine.provenance} />
      </header>
      <FactList
        facts={[
          { id: 'type', name: t('map.byType'), value: t(`mineType.${mine.type}`) },
          { id: 'size', name: t('map.mineSize'), value: mine.size && t(`mineSize.${mine.size}`) },
          {
            id: 'state',
            name: t('map.byState'),
            value: is.state === 'unknown' ? null : t(`mineState.${is.state}`),
          },
          { id: 'grade', name: t('map.byGrade'), value: is.grade && t(`mineGrade.${is.grade}`) },
          { id: 'risk', name: t('map.byRisk'), value: is.risk && t(`riskLevel.${is.risk}`) },
          {
            id: 'warning',
            name: t('map.registerWarning'),
            value: is.warning ? t(`warningLevel.${is.warning}`) : t('map.noWarningKnown'),
          },
          {
            id: 'alarms',
            name: t('map.liveAlarms'),
            value: day === null ? asOf(alarmText(alarms[mine.id], t), t) : t('map.onlyNow'),
          },
          {
            id: 'disaster',
            name: t('map.disasterGrade'),
            value:
              !worst || worst.grade === null
                ? null
                : t(worst.atLeast ? 'map.disasterAtLeast' : 'map.disasterBy', {
                    grade: t(`riskLevel.${worst.grade}`),
                    by: worst.raisedBy.map(disasterKind).join(t('map.comma')),
                  }),
          },
          {
            id: 'leader',
            name: t('map.leader'),
            value: mine.leader && `${mine.leader.name} · ${mine.leader.office}`,
          },
          { id: 'owner', name: t('map.owner'), value: mine.owner },
          { id: 'town', name: t('map.town'), value: town?.name[language] ?? null },
          {
            id: 'minerals',
            name: t('map.minerals'),
            value: mine.minerals.length > 0 ? mine.minerals.join(t('map.comma')) : null,
          },
          {
            id: 'people',
            name: t('map.peopleBelow'),
            value: day === null ? asOf(peopleText(live[mine.id], t), t) : t('map.onlyNow'),
          },
          { id: 'duties', name: t('map.duties'), value: <DutiesSummary mine={mine.id} /> },
          { id: 'hazards', name: t('map.openHazards'), value: <HazardsSummary mine={mine.id} /> },
          { id: 'right', name: t('map.rightHeights'), value: heights },
          { id: 'valid', name: t('map.rightValid'), value: mine.right?.validUntil ?? null },
          {
            id: 'pairs',
            name: t('map.pairs'),
            value: pairs,
          },
        ]}
      />
      {day !== null && <p className="hy-legend-note">{t('map.factsOfNow')}</p>}
      {isInPlace && bundle && <MineBodies key={`${mine.id} bodies`} mine={mine.id} catalog={bundle} />}
      <MineMajors key={`${mine.id} majors`} mine={mine.id} />
      <MineThings key={mine.id} mine={mine.id} />
      <GradeHistory mine={mine} />
      <div className="hy-map-card-actions">
        <Button
          disabled={bundle === null}
          type={isInPlace ? 'primary' : 'default'}
          aria-pressed={isInPlace}
          data-action="in-place"
          onClick={() => {
            setView({ mineInPlace: !isInPlace });
            if (!isInPlace) lookInto(mine.at);
          }}
        >
          {t(isInPlace ? 'map.closeInPlace' : 'map.openInPlace')}
        </Button>
        <Button
          disabled={bundle === null}
          data-action="open-mine"
          onClick={() => bundle && openInMine(mine.id, bundle)}
        >
          {t('map.openInMine')}
        </Button>
      </div>
      {!mine.bundle && <p className="hy-legend-note">{t('map.noBundle')}</p>}
    </article>
  );
};
