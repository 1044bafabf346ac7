import type { TFunction } from 'i18next';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { CountyDuties } from '../../../domain/contracts/county-duties-view.ts';
import { factName } from '../../../domain/contracts/duty-facts.ts';
import { looksAt } from '../../../domain/county-duties/county-duties.ts';
import type { DutyTable } from '../../../domain/county-duties/duty-query.ts';
import { csvText } from '../../mine/tools/csv-text.ts';
import { factOrigin, factText, stateWords } from './duty-words.ts';

const COLUMNS = [
  ...['day', 'mine', 'mineName', 'town', 'type', 'state', 'score'],
  ...['duty', 'clause', 'jurisdiction', 'status', 'answer', 'days', 'dueDay', 'why', 'facts'],
] as const;

/** The table as it is shown, one line a mine and duty; a mine that is not judged, for no register lists it, has one line of them all. */
export const dutiesCsv = (o: {
  readonly view: CountyDuties;
  readonly table: DutyTable;
  readonly townName: (town: string | null) => string;
  readonly t: TFunction;
  readonly language: Language;
}): string => {
  const { view, table, townName, t, language } = o;
  const lines = table.rows.flatMap((row) =>
    table.columns.map((i) => {
      const duty = view.duties[i]!;
      const state = row.states[i]!;
      const { more } = stateWords(state, t, language);
      const facts = looksAt(duty).map((name) => {
        const fact = row.facts[name]!;
        const value = factText(name, fact, t, language) ?? t('app.unknown');
        return `${factName(name)[language]}: ${value} (${factOrigin(fact, view, t)})`;
      });
      if (duty.mineSizes.length > 0) {
        const size = row.size ? t(`mineSize.${row.size}`) : t('app.unknown');
        facts.unshift(`${factName('size')[language]}: ${size} (${t('factSource.register')})`);
      }
      return [
        ...[view.on, row.mine, row.name[language], townName(row.town)],
        ...[t(`mineType.${row.type}`), t(`mineState.${row.state}`)],
        ...[row.score, duty.name[language], duty.clause, duty.jurisdiction, duty.status],
        t(`dutyState.${state.kind}`),
        state.kind === 'missed' || state.kind === 'due' ? state.days : null,
        state.kind === 'due'
          ? state.on
          : state.kind === 'missed'
            ? state.since
            : state.kind === 'met'
              ? state.until
              : null,
        ...[more, facts.join('; ')],
      ];
    }),
  );
  const notJudged = view.outside.map(({ id, name }) =>
    COLUMNS.map((column) => {
      switch (column) {
        case 'day':
          return view.on;
        case 'mine':
          return id;
        case 'mineName':
          return name[language];
        case 'duty':
          return t('outside.allDuties');
        case 'answer':
          return t('dutyState.unknown');
        case 'why':
          return t('outside.notJudged');
        default:
          return null;
      }
    }),
  );
  return csvText([COLUMNS.map((column) => t(`dutyColumn.${column}`)), ...lines, ...notJudged]);
};
