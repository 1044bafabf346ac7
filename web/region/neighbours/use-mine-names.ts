import { useMemo } from 'react';
import { useLanguage } from '../../shell/preferences.ts';
import { useMines } from '../county-files.ts';
import { useOutsideMines } from '../outside/outside-store.ts';

/** What mines are called, by id; one that nobody names goes by its id, and a thing of a mine by the mine's name and its own id. */
export type MineNames = (id: string) => string;

export const useMineNames = (): MineNames => {
  const language = useLanguage();
  const mines = useMines();
  const outside = useOutsideMines();
  return useMemo(() => {
    const listed = mines.status === 'open' ? mines.value : [];
    const names = new Map([...outside, ...listed].map(({ id, name }) => [id, name[language]]));
    return (id) => {
      const [mine = '', ...own] = id.split('/');
      const name = names.get(mine);
      return name === undefined ? id : [name, ...own].join(' ');
    };
  }, [mines, outside, language]);
};
