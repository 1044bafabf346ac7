import { useRef } from 'react';
import { DEFAULT_DRAWING, type DrawingChoice } from '../shell/drawing-choice.ts';

const KEYS = Object.keys(DEFAULT_DRAWING) as (keyof DrawingChoice)[];

/** What is drawn, the same object as long as nothing of it changed: drawings are dear. */
export const useDrawingChoice = (state: DrawingChoice): DrawingChoice => {
  const kept = useRef(state);
  if (KEYS.some((key) => kept.current[key] !== state[key])) kept.current = state;
  return kept.current;
};
