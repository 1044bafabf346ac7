import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import { circleSection, sweepTube } from '../../domain/geometry/tube.ts';
import type { NetworkLine } from '../../domain/workings/network.ts';
import { type PlacedLeg, passageRadius, placedLegs, stationNames } from './cave-legs.ts';
import { coded, integerColumn, numberColumn, textColumn } from './columns.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead, USUAL_LAYERS } from './layer-heads.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';
import { derivedFrom } from './provenance.ts';

const LEG_LEGEND = {
  centreline: { key: 'centreline', name: { zh: '导线', en: 'centre-line leg' }, colour: '#e0a13a' },
  duplicate: { key: 'duplicate', name: { zh: '重复测量', en: 'duplicate leg' }, colour: '#b5894f' },
  surface: { key: 'surface', name: { zh: '地面导线', en: 'surface leg' }, colour: '#7f9c6b' },
  splay: { key: 'splay', name: { zh: '支导线（壁面）', en: 'splay to the wall' }, colour: '#8f98a3' },
} as const satisfies Record<PlacedLeg['kind'], LegendKey>;

const PASSAGE: LegendKey = {
  key: 'passage',
  name: { zh: '由支导线推算', en: 'size from splays' },
  colour: '#c8a978',
};

const LEG_RADIUS = 0.25;
const SPLAY_RADIUS = 0.05;

export interface CaveLayers {
  readonly layers: readonly SourcedLayer[];
  readonly lines: readonly NetworkLine[];
}

/**
 * A cave or old-working survey: its legs as thin tubes, and passages as round tubes of the mean distance to the
 * walls. The passages are derived, in a layer of their own, and legs without side shots have none.
 */
export const caveLayers = (
  id: string,
  sources: readonly PlacedSource<'cave-survey'>[],
  mine: MineContext,
): CaveLayers => {
  const legDraft = createLayerDraft(
    layerHead(id, 'survey-legs', sources),
    [
      textColumn(
        'kind',
        '类型',
        'Kind',
        coded(Object.fromEntries(Object.entries(LEG_LEGEND).map(([k, v]) => [k, v.name]))),
      ),
      textColumn('survey', '测量', 'Survey'),
      textColumn('fromStation', '起点', 'From station'),
      textColumn('toStation', '终点', 'To station'),
      numberColumn('length', '长度', 'Length', 'm', 2),
      numberColumn('zMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
    ],
    Object.keys(LEG_LEGEND),
  );
  const passageId = id === 'survey-legs' ? 'cave-passages' : `${id}-passages`;
  const passages = createLayerDraft(
    layerHead(passageId, 'cave-passages', sources, {
      name: USUAL_LAYERS['cave-passages'].name,
    }),
    [
      textColumn('survey', '测量', 'Survey'),
      numberColumn('radius', '平均半径', 'Mean radius', 'm', 2),
      integerColumn('shots', '壁面测点数', 'Wall shots used'),
      numberColumn('length', '长度', 'Length', 'm', 2),
    ],
  );
  const lines: NetworkLine[] = [];
  for (const placed of sources) {
    if (placed.content.form !== 'cave') {
      placed.log.error('wrong-file-form', { params: { expected: 'Survex .3d', found: placed.content.form } });
      continue;
    }
    const { cave } = placed.content;
    const enuOf = ([x, y, z]: readonly [number, number, number | null]): EnuPoint =>
      mine.frame.surveyToEnu(placed.place.point(x, y, z ?? 0));
    const legs = placedLegs(cave, enuOf);
    const names = stationNames(cave);
    const splaysAt = new Map<string, PlacedLeg[]>();
    for (const leg of legs) {
      if (leg.kind === 'splay') splaysAt.set(leg.fromKey, [...(splaysAt.get(leg.fromKey) ?? []), leg]);
    }
    const countOf = (kind: PlacedLeg['kind']): number => legs.filter((leg) => leg.kind === kind).length;
    placed.log.count('legs', legs.length);
    placed.log.count('splays', countOf('splay'));
    placed.log.count('centreline', legs.length - countOf('splay'));
    placed.log.count('surface', countOf('surface'));
    placed.log.count('duplicate', countOf('duplicate'));
    let sized = 0;
    let unsized = 0;
    for (const leg of legs) {
      const size = Math.hypot(leg.to[0] - leg.from[0], leg.to[1] - leg.from[1], leg.to[2] - leg.from[2]);
      if (size === 0) {
        // Equated stations are joined by legs of no length: nothing to draw, but nothing lost either.
        placed.log.note('leg-without-length', { row: leg.index + 1, feature: leg.label });
        continue;
      }
      const isSplay = leg.kind === 'splay';
      const from = names.get(leg.fromKey) ?? null;
      const to = names.get(leg.toKey) ?? null;
      const title = from && to ? `${from} – ${to}` : `${leg.label} ${leg.index + 1}`;
      legDraft.add({
        id: String(leg.index + 1),
        title,
        provenance: placed.provenance,
        source: placed.id,
        mesh: sweepTube(
          [leg.from, leg.to],
          circleSection(isSplay ? SPLAY_RADIUS : LEG_RADIUS, isSplay ? 3 : 6),
          {
            frame: 'transport',
          },
        ),
        legend: LEG_LEGEND[leg.kind],
        values: {
          kind: leg.kind,
          survey: leg.label,
          fromStation: from,
          toStation: to,
          length: size,
          zMin: Math.min(mine.frame.enuToSurvey(leg.from).height, mine.frame.enuToSurvey(leg.to).height),
        },
      });
      placed.log.made();
      if (isSplay || leg.kind === 'surface') continue;
      const passage = passageRadius(leg, splaysAt);
      if (leg.kind === 'centreline')
        lines.push({
          id: String(leg.index + 1),
          line: [leg.from, leg.to],
          type: 'passage',
          width: 2 * (passage?.radius ?? LEG_RADIUS),
          height: 2 * (passage?.radius ?? LEG_RADIUS),
        });
      if (!passage || leg.kind === 'duplicate') {
        unsized++;
        continue;
      }
      sized++;
      passages.add({
        id: String(leg.index + 1),
        title,
        provenance: derivedFrom(placed.provenance),
        source: placed.id,
        mesh: sweepTube([leg.from, leg.to], circleSection(passage.radius, 12), { frame: 'transport' }),
        legend: PASSAGE,
        values: { survey: leg.label, radius: passage.radius, shots: passage.shots, length: size },
      });
    }
    placed.log.note('passages-from-splays', { params: { sized, unsized } });
  }
  return { layers: [legDraft.finish(), ...(passages.size > 0 ? [passages.finish()] : [])], lines };
};
