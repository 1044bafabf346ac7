import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDutiesRow } from '../../../domain/contracts/county-duties-view.ts';
import { queryDuties } from '../../../domain/county-duties/duty-query.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { saveBlob } from '../../shell/save-blob.ts';
import { useOpenCounty } from '../county-store.ts';
import { dutiesCsv } from './duties-csv.ts';
import { type DutyQuestion, wholeDuties } from './duties-store.ts';

interface Taken {
  readonly busy: boolean;
  /** What is to be printed, whole; null: nothing is. */
  readonly rows: readonly MineDutiesRow[] | null;
  readonly failure: FetchFailure | null;
}

const NOTHING: Taken = { busy: false, rows: null, failure: null };

/** Takes the table out whole, as a file or on paper: the screen itself has read only what is in sight. */
export const useTakeOut = (question: DutyQuestion): readonly [Taken, (as: 'csv' | 'print') => void] => {
  const { t } = useTranslation();
  const { towns } = useOpenCounty().catalog;
  const [taken, setTaken] = useState(NOTHING);
  const key = JSON.stringify(question);
  const [of, setOf] = useState(key);
  // What was printed was of another question.
  const now = of === key ? taken : { ...NOTHING, busy: taken.busy };
  const { rows } = now;
  useEffect(() => {
    if (rows) window.print();
  }, [rows]);
  const takeOut = async (as: 'csv' | 'print'): Promise<void> => {
    const { county, on, mines, query, language } = question;
    setOf(key);
    setTaken({ ...NOTHING, busy: true });
    const fetched = await wholeDuties(county, on);
    if (!fetched.ok) {
      setTaken({ ...NOTHING, failure: fetched.failure });
      return;
    }
    const view = fetched.value;
    const collator = new Intl.Collator(language === 'zh' ? 'zh-Hans-CN' : 'en');
    const table = queryDuties(view, mines, query, collator, language);
    if (as === 'print') {
      setTaken({ ...NOTHING, rows: table.rows });
      return;
    }
    const townName = (town: string | null): string =>
      towns.find(({ id }) => id === town)?.name[language] ?? t('countyDuties.noTown');
    const text = dutiesCsv({ view, table, townName, t, language });
    saveBlob(new Blob([text], { type: 'text/csv' }), `${county}-duties-${view.on}.csv`);
    setTaken(NOTHING);
  };
  return [now, (as) => void takeOut(as)];
};
