import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountyFeature } from '../../../domain/contracts/county.ts';
import { heightsOf } from '../../../domain/county/feature-heights.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { setView } from '../../shell/view-store.ts';
import { useFeatures, useMines } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { useMineNames } from '../neighbours/use-mine-names.ts';

interface Fact {
  readonly id: string;
  readonly name: string;
  readonly value: ReactNode | null;
}

const metres = (value: number): string => formatNumber(value, { decimals: 1 }) ?? '?';
const plusMinusText = (value: number | null): string => `± ${value === null ? '?' : metres(value)}`;

/** Everything that is known of a thing underground, name by name; what is not known is null. */
export const useFeatureFacts = (feature: CountyFeature): Fact[] => {
  const { t } = useTranslation();
  const { catalog } = useOpenCounty();
  const names = useMineNames();
  const mines = useMines();
  const features = useFeatures(true);
  const { id, kind, mine: of, shape, method, holdsWater, waterLevel, conductive, partOf, from, to } = feature;
  const mine = mines.status === 'open' ? mines.value.find((one) => one.id === of) : undefined;
  const { bottom, top } = heightsOf(shape);
  const rule = catalog.accuracies?.find((one) => one.method === method);
  const isUnsized = shape.type === 'line' && shape.radius === null;
  const plusMinus = isUnsized ? null : (feature.plusMinus ?? rule?.plusMinus ?? null);
  const ground = mine?.ground ?? null;
  const others =
    partOf !== null && features.status === 'open'
      ? features.value.filter((one) => one.partOf === partOf && one.kind === kind && one.id !== id)
      : [];
  const accuracy = (): string | null => {
    if (feature.plusMinus !== null)
      return t('featureCard.byRecord', { metres: formatNumber(feature.plusMinus) });
    if (!rule) return null;
    const { method: by, plusMinus: off, status } = rule;
    return t('featureCard.byMethod', { metres: formatNumber(off), method: t(`evidenceKind.${by}`), status });
  };
  const dates = (): string | null => {
    if (from !== null && to !== null) return t('featureCard.since', { from, to });
    if (from !== null) return t('featureCard.from', { day: from });
    return to === null ? null : t('featureCard.to', { day: to });
  };
  const facts: Fact[] = [
    { id: 'kind', name: t('featureCard.kind'), value: t(`neighbourKind.${kind}`) },
    {
      id: 'mine',
      name: t('featureCard.mine'),
      value: (
        <Button
          type="link"
          size="small"
          onClick={() => setView({ regionPick: { kind: 'mine', id: of }, mineInPlace: false })}
        >
          {names(of)}
        </Button>
      ),
    },
    {
      id: 'heights',
      name: t('featureCard.heights'),
      value: `${metres(bottom)} – ${metres(top)} m ${plusMinusText(plusMinus)}`,
    },
    ...(shape.type === 'line'
      ? [
          {
            id: 'radius',
            name: t('featureCard.radius'),
            value: shape.radius === null ? null : `${formatNumber(shape.radius)} m`,
          },
        ]
      : []),
    {
      id: 'depth',
      name: t('featureCard.depth'),
      value:
        ground &&
        t('featureCard.depthAtMost', {
          depth: metres(Math.max(0, ground.highest - top)),
          ground: metres(ground.highest),
          plusMinus: plusMinusText(ground.plusMinus),
        }),
    },
    { id: 'method', name: t('featureCard.method'), value: method && t(`evidenceKind.${method}`) },
    { id: 'accuracy', name: t('featureCard.position'), value: accuracy() },
  ];
  if (shape.type === 'sheet')
    facts.push({
      id: 'dip',
      name: t('featureCard.dip'),
      value:
        shape.dip === null || shape.dipDirection === null
          ? null
          : t('featureCard.dipOf', {
              direction: formatNumber(shape.dipDirection),
              dip: formatNumber(shape.dip),
            }),
    });
  if (kind === 'fault')
    facts.push({
      id: 'conductive',
      name: t('featureCard.conductive'),
      value: conductive === null ? null : t(conductive ? 'featureCard.conducts' : 'featureCard.seals'),
    });
  else
    facts.push({
      id: 'water',
      name: t('featureCard.water'),
      value: holdsWater === null ? null : t(holdsWater ? 'featureCard.holdsWater' : 'featureCard.dry'),
    });
  if (holdsWater !== false && kind !== 'fault')
    facts.push({
      id: 'water-level',
      name: t('featureCard.waterLevel'),
      value: waterLevel === null ? null : `${metres(waterLevel)} m`,
    });
  if (others.length > 0)
    facts.push({
      id: 'part-of',
      name: t('featureCard.partOf', { kind: t(`neighbourKind.${kind}`) }),
      value: others.map((one) => (
        <Button
          key={one.id}
          type="link"
          size="small"
          onClick={() => setView({ regionPick: { kind: 'feature', id: one.id }, mineInPlace: false })}
        >
          {names(one.mine)}
        </Button>
      )),
    });
  if (from !== null || to !== null) facts.push({ id: 'dates', name: t('featureCard.dates'), value: dates() });
  return facts;
};
