import { create } from 'zustand';
import type { Language } from '../../domain/contracts/bilingual.ts';
import { type MineSummary, mineListSchema } from '../../domain/contracts/catalog.ts';
import { type FetchFailure, fetchJson } from './fetch-json.ts';
import { forMine } from './view-state.ts';
import { setView, useView } from './view-store.ts';

export type MineList =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly mines: readonly MineSummary[] }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

export const useMineList = create<MineList>(() => ({ status: 'loading' }));

/** Reads the list of mines; where no link names one, the first that can be opened is opened. */
export const loadMineList = async (): Promise<void> => {
  useMineList.setState({ status: 'loading' }, true);
  const fetched = await fetchJson('/api/mines', mineListSchema);
  if (!fetched.ok) {
    useMineList.setState({ status: 'failed', failure: fetched.failure }, true);
    return;
  }
  const first = fetched.value.find(({ broken }) => broken === undefined) ?? fetched.value[0];
  if (useView.getState().mine === null && first) setView({ mine: first.id });
  useMineList.setState({ status: 'open', mines: fetched.value }, true);
};

/** What a mine is called where others may have its name: then with its id, else one would be taken for the other. */
export const distinctName = (
  mine: Pick<MineSummary, 'id' | 'name'>,
  mines: readonly Pick<MineSummary, 'id' | 'name'>[],
  language: Language,
): string => {
  const name = mine.name[language];
  const shared = mines.some((other) => other.id !== mine.id && other.name[language] === name);
  return shared ? `${name} (${mine.id})` : name;
};

/** Opens another mine at its home view. */
export const openMine = (id: string): void => {
  if (useView.getState().mine !== id) setView(forMine(id));
};
