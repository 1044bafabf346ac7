import type { TFunction } from 'i18next';
import type {
  DriveReason,
  DriveStretch,
  HeadingAnswer,
  PositionDoubt,
} from '../../../../domain/contracts/drive-on.ts';
import { formatNumber } from '../../../shell/format-number.ts';

/** A decimetre: nothing here is known better, and "26.79" would say it is. */
export const metresText = (value: number): string => formatNumber(value, { decimals: 1, unit: 'm' }) ?? '?';

/** How far it may be driven from its beginning. */
export const clearText = ({ clearTo, length }: HeadingAnswer, t: TFunction): string =>
  clearTo === 0
    ? t('driveOn.clearNone')
    : clearTo === length
      ? t('driveOn.clearAll')
      : t('driveOn.clearTo', { metres: metresText(clearTo) });

/** What an obstacle is called, with what it is judged as. */
export const obstacleText = (obstacle: NonNullable<DriveReason['obstacle']>, t: TFunction): string => {
  const { id, name, kind } = obstacle;
  const called = name === null || name === id ? id : `${name} (${id})`;
  return `${t(`driveOn.kind.${kind}`)} ${called}`;
};

/** The reason in a sentence. */
export const reasonText = (reason: DriveReason, surveyKnown: boolean, t: TFunction): string => {
  const { code, obstacle, distance, missing, kinds } = reason;
  const what = obstacle ? obstacleText(obstacle, t) : '';
  switch (code) {
    case 'pierces':
      return t(distance === 0 ? 'driveOn.pierces' : 'driveOn.mayPierce', { what });
    case 'distance-not-configured':
      return t('driveOn.distance-not-configured', {
        kind: obstacle ? t(`driveOn.kind.${obstacle.kind}`) : '',
        missing: missing.map((one) => t(`driveOn.${one}`)).join(' / '),
      });
    case 'kind-not-recorded':
      return t('driveOn.kind-not-recorded', {
        kinds: kinds.map((kind) => t(`driveOn.kind.${kind}`)).join(t('driveOn.comma')),
      });
    case 'not-surveyed':
      return t(surveyKnown ? 'driveOn.not-surveyed' : 'driveOn.survey-unknown');
    default:
      return t(`driveOn.${code}`, { what });
  }
};

/** What the ± of a reason is made up of, a part each; null where it has none. */
export const doubtWords = (
  { code, plusMinus }: DriveReason,
  t: TFunction,
): { readonly title: string; readonly parts: readonly string[] } | null => {
  if (!plusMinus || code === 'distance-not-configured') return null;
  const { metres, parts } = plusMinus;
  return {
    title:
      metres === null
        ? t('driveOn.doubtTitleUnknown')
        : t('driveOn.doubtTitle', { metres: metresText(metres) }),
    parts: parts.map((part) => {
      const of = t(OF_KEYS[part.of]);
      return part.metres === null
        ? t('driveOn.doubtPartUnknown', { of })
        : t('driveOn.doubtPart', { of, metres: metresText(part.metres), source: part.source ?? '—' });
    }),
  };
};

const OF_KEYS = {
  obstacle: 'driveOn.ofObstacle',
  model: 'driveOn.ofModel',
  heading: 'driveOn.ofHeading',
} as const satisfies Record<PositionDoubt['parts'][number]['of'], string>;

/** What stands behind a reason, a sentence each: numbers, water, what it is taken for, rule. */
export const reasonDetails = (reason: DriveReason, t: TFunction): string[] => {
  const { code, distance, plusMinus, judged, bound, rule, nearest, water, obstacle } = reason;
  const said: string[] = [];
  if (distance !== null && plusMinus && code !== 'distance-not-configured') {
    const numbers = [
      plusMinus.metres === null || judged === null
        ? t('driveOn.distanceNoDoubt', { distance: metresText(distance) })
        : t('driveOn.distance', {
            distance: metresText(distance),
            plusMinus: metresText(plusMinus.metres),
            judged: metresText(judged),
          }),
    ];
    if (bound !== null)
      numbers.push(
        t(code === 'near' ? 'driveOn.boundProbe' : 'driveOn.boundKeep', { bound: metresText(bound) }),
      );
    if (nearest) numbers.push(t('driveOn.atChainage', { chainage: metresText(nearest.chainage) }));
    said.push(numbers.join(t('driveOn.semicolon')));
  }
  if (water && (obstacle?.kind !== 'conductive-fault' || water.level !== null))
    said.push(waterText(water, t));
  if (obstacle?.taken === 'flooded') said.push(t('driveOn.takenFlooded'));
  if (obstacle?.taken === 'conductive') said.push(t('driveOn.takenConductive'));
  if (rule)
    said.push(
      t('driveOn.rule', { id: rule.id, clause: rule.clause, status: rule.status }),
      ...(rule.coalOnly ? [t('driveOn.coalOnly')] : []),
    );
  return said;
};

const waterText = (water: NonNullable<DriveReason['water']>, t: TFunction): string =>
  water.headMetres === null || water.headMegapascals === null
    ? t('driveOn.waterUnknown')
    : t('driveOn.water', {
        head: metresText(water.headMetres),
        pressure: formatNumber(water.headMegapascals, { decimals: 2, unit: 'MPa' }) ?? '?',
      });

/** What of a stretch is inferred and not proven, and by what alone. */
export const evidenceText = ({ obstacle, methods }: DriveStretch['unproven'][number], t: TFunction): string =>
  t(
    methods.length === 0
      ? 'driveOn.inferredNone'
      : methods.length === 1
        ? 'driveOn.inferredOne'
        : 'driveOn.inferredMore',
    { obstacle, methods: methods.map((method) => t(`driveOn.method.${method}`)).join(t('driveOn.comma')) },
  );
