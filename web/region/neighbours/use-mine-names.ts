import { useMemo } from 'react';
import { useLanguage } from '../../shell/preferences.ts';
import { useMines } from '../county-files.ts';

/** What mines are called, by id; one that is not in the register goes by its id. */
export type MineNames = (mine: string) => string;

export const useMineNames = (): MineNames => {
  const language = useLanguage();
  const mines = useMines();
  return useMemo(() => {
    const names = new Map(
      mines.status === 'open' ? mines.value.map(({ id, name }) => [id, name[language]]) : [],
    );
    return (mine) => names.get(mine) ?? mine;
  }, [mines, language]);
};
