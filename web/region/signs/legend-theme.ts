import { createContext, useContext } from 'react';
import { useTheme } from '../../shell/preferences.ts';
import { COUNTY_COLOURS, type CountyColours } from '../../theme/county-colours.ts';

/** A theme other than the screen's: paper is light. null: the screen's. */
export const LegendTheme = createContext<'light' | 'dark' | null>(null);

/** The colours the signs around here are drawn in. */
export const useSignColours = (): CountyColours => {
  const screen = useTheme();
  return COUNTY_COLOURS[useContext(LegendTheme) ?? screen];
};
