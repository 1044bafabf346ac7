import { Checkbox, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MINE_GRADES, RISK_LEVELS, WARNING_LEVELS } from '../../../domain/contracts/county.ts';
import type { Counted } from '../../../domain/contracts/county-statistics.ts';
import { MINE_SIZES, MINE_STATES, MINE_TYPES } from '../../../domain/contracts/manifest.ts';
import { formatCount } from '../../shell/format-number.ts';
import type { MineColouring, MineFilterKey } from '../../shell/region-choice.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useSignColours } from '../signs/legend-theme.ts';
import { MineSign } from '../signs/mine-sign.tsx';
import { WarningSign } from '../signs/small-signs.tsx';
import { withChoice } from './kept-mines.ts';

const UNKNOWN = 'unknown';

interface ChoiceRow {
  readonly value: string;
  readonly name: string;
  /** null: the map draws nothing of it. */
  readonly sign: ReactNode;
  readonly count: number | undefined;
}

interface ChoicesProps {
  readonly of: MineFilterKey;
  readonly title: string;
  readonly rows: readonly ChoiceRow[];
  readonly colouring?: MineColouring;
}

/** One legend that is a filter too: what is ticked is kept; with nothing ticked everything is. */
const Choices = ({ of, title, rows, colouring }: ChoicesProps) => {
  const { t } = useTranslation();
  const filter = useView((state) => state.mineFilter);
  const present = useView((state) => state.mineColouring);
  const chosen = filter[of] ?? [];
  return (
    <fieldset className="hy-legend" data-legend={of}>
      <legend>{title}</legend>
      {colouring && (
        <Radio
          className="hy-legend-colours"
          checked={present === colouring}
          onChange={() => setView({ mineColouring: colouring })}
        >
          {t('map.colourBy')}
        </Radio>
      )}
      {rows.map(({ value, name, sign, count }) => (
        <Checkbox
          key={value}
          className="hy-legend-row"
          data-choice={value}
          checked={chosen.includes(value)}
          onChange={({ target }) => setView({ mineFilter: withChoice(filter, of, value, target.checked) })}
        >
          {sign}
          <span className="hy-map-legend-name">{name}</span>
          <span className="hy-count">{count === undefined ? '' : formatCount(count)}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
};

/** The legends of mines, each apart: type, state, grade, risk, warning are not the same thing and share no colour scale. */
export const MineLegends = ({ counted }: { readonly counted: Counted | null }) => {
  const { t } = useTranslation();
  const colours = useSignColours();
  const colouring = useView((state) => state.mineColouring);
  const day = useView((state) => state.day);
  const unknown = t('app.unknown');
  const type = 'underground-nonmetal' as const;
  return (
    <>
      <Choices
        of="type"
        title={t('map.byType')}
        rows={MINE_TYPES.map((value) => ({
          value,
          name: t(`mineType.${value}`),
          sign: <MineSign colours={colours} type={value} />,
          count: counted?.type[value],
        }))}
      />
      <Choices
        of="size"
        title={t('map.mineSize')}
        rows={[...MINE_SIZES, UNKNOWN].map((value) => ({
          value,
          name: value === UNKNOWN ? unknown : t(`mineSize.${value as (typeof MINE_SIZES)[number]}`),
          sign: null,
          count: counted?.size[value as keyof Counted['size']],
        }))}
      />
      {day !== null && <p className="hy-legend-note">{t('map.sizeOfNow')}</p>}
      <Choices
        of="state"
        title={t('map.byState')}
        rows={MINE_STATES.map((value) => ({
          value,
          name: t(`mineState.${value}`),
          sign: <MineSign colours={colours} type={type} state={value} />,
          count: counted?.state[value],
        }))}
      />
      <Choices
        of="grade"
        title={t('map.byGrade')}
        colouring="grade"
        rows={[...MINE_GRADES, UNKNOWN].map((value) => {
          const grade = value === UNKNOWN ? null : (value as (typeof MINE_GRADES)[number]);
          return {
            value,
            name: grade ? t(`mineGrade.${grade}`) : unknown,
            sign: (
              <MineSign
                colours={colours}
                type={type}
                fill={colouring === 'grade' ? (grade ? colours.grade[grade] : null) : undefined}
                text={grade ?? '?'}
              />
            ),
            count: counted?.grade[value as keyof Counted['grade']],
          };
        })}
      />
      <Choices
        of="risk"
        title={t('map.byRisk')}
        colouring="risk"
        rows={[...RISK_LEVELS, UNKNOWN].map((value) => {
          const risk = value === UNKNOWN ? null : (value as (typeof RISK_LEVELS)[number]);
          return {
            value,
            name: risk ? t(`riskLevel.${risk}`) : unknown,
            sign: (
              <MineSign
                colours={colours}
                type={type}
                fill={colouring === 'risk' ? (risk ? colours.risk[risk] : null) : undefined}
                text={risk ? t(`riskLetter.${risk}`) : '?'}
              />
            ),
            count: counted?.risk[value as keyof Counted['risk']],
          };
        })}
      />
      {day !== null && <p className="hy-legend-note">{t('map.riskOnlyNow')}</p>}
      <Choices
        of="warning"
        title={t('map.byWarning')}
        rows={[...WARNING_LEVELS, UNKNOWN].map((value) => {
          const level = value === UNKNOWN ? null : (value as (typeof WARNING_LEVELS)[number]);
          return {
            value,
            name: level ? t(`warningLevel.${level}`) : t('map.noWarningKnown'),
            sign: level ? (
              <WarningSign colours={colours} level={level} letter={t(`warningLetter.${level}`)} />
            ) : (
              <span className="hy-map-sign" />
            ),
            count: counted?.warning[value as keyof Counted['warning']],
          };
        })}
      />
    </>
  );
};
