import { useSyncExternalStore } from 'react';
import type { Language } from '../../domain/contracts/bilingual.ts';
import type { ThemeChoice, ViewState } from './view-state.ts';
import { setView, useView } from './view-store.ts';

/** A person's own choices, kept in the browser; a link that says otherwise wins. */
const LANGUAGE_KEY = 'hyalite.language';
const THEME_KEY = 'hyalite.theme';

const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is refused in some private windows; the choice then lasts as long as the page
  }
};

const keep = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // as above
  }
};

export const storedPreferences = (): Pick<ViewState, 'language' | 'theme'> => {
  const language = recall(LANGUAGE_KEY);
  const theme = recall(THEME_KEY);
  return {
    language: language === 'zh' || language === 'en' ? language : null,
    theme: theme === 'light' || theme === 'dark' || theme === 'system' ? theme : null,
  };
};

export const chooseLanguage = (language: Language): void => {
  keep(LANGUAGE_KEY, language);
  setView({ language });
};

export const chooseTheme = (theme: ThemeChoice): void => {
  keep(THEME_KEY, theme);
  setView({ theme });
};

/** Chinese first: English only where the browser asks for another language before Chinese. */
export const languageOf = (state: ViewState): Language =>
  state.language ?? (/^zh/i.test(navigator.language || 'zh') ? 'zh' : 'en');

export const useLanguage = (): Language => useView(languageOf);

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );

const LIGHT = '(prefers-color-scheme: light)';
const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

const resolveTheme = (choice: ThemeChoice | null, systemLight: boolean): 'light' | 'dark' => {
  if (choice === 'light' || choice === 'dark') return choice;
  return systemLight ? 'light' : 'dark';
};

/** The theme in force at this moment, outside of components. */
export const themeNow = (): 'light' | 'dark' =>
  resolveTheme(useView.getState().theme, window.matchMedia(LIGHT).matches);

export const reducedMotionNow = (): boolean => window.matchMedia(REDUCED_MOTION).matches;

export const useTheme = (): 'light' | 'dark' => {
  const systemLight = useMedia(LIGHT);
  return resolveTheme(
    useView((state) => state.theme),
    systemLight,
  );
};

export const useReducedMotion = (): boolean => useMedia(REDUCED_MOTION);
