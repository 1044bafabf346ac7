import {
  type CountyDuties,
  DUTY_ROWS_A_PAGE,
  type DutyPage,
  type DutyPageQuery,
} from '../contracts/county-duties-view.ts';
import { listRow, NEW_DUTY_QUERY, queryDuties } from './duty-query.ts';

const several = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]));

/** A page of the table that is asked for. @param stamp of the judging */
export const dutyPage = (view: CountyDuties, stamp: string, asked: DutyPageQuery): DutyPage => {
  const { type, size, state, grade, risk, town, language = 'zh', count = DUTY_ROWS_A_PAGE } = asked;
  const table = queryDuties(
    view,
    { type, size, state, grade, risk, town },
    {
      text: asked.text ?? NEW_DUTY_QUERY.text,
      duties: several(asked.duty),
      kinds: several(asked.kind),
      sort: asked.sort ?? NEW_DUTY_QUERY.sort,
      descending: asked.descending !== 'false',
    },
    new Intl.Collator(language === 'zh' ? 'zh-Hans-CN' : 'en'),
    language,
  );
  const at = asked.find === undefined ? -1 : table.rows.findIndex(({ mine }) => mine === asked.find);
  const from = at < 0 ? (asked.from ?? 0) : at - (at % count);
  const { mines, ...about } = view;
  return {
    ...about,
    stamp,
    all: mines.length,
    kept: table.rows.length,
    most: table.rows.reduce((highest, { score }) => Math.max(highest, score), 0),
    counts: table.counts,
    columns: [...table.columns],
    from,
    rows: table.rows.slice(from, from + count).map(listRow),
  };
};
