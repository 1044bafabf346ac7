import { nameIn } from '../../domain/accounts/demo-names.ts';
import { useLanguage } from '../shell/preferences.ts';

/** Names of accounts within a sentence in the reader's language: the demo's have one in either, everybody else is called as they are. */
export const usePersonName = (): ((name: string) => string) => {
  const language = useLanguage();
  return (name) => nameIn(name, language);
};
