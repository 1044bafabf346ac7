import { useEffect } from 'react';
import { useTheme } from '../../../shell/preferences.ts';
import { useSession } from '../../mine-session.ts';
import { useDriveOn } from './drive-on-store.ts';
import { answerLines, answerSleeves, holeLines, nearestLines } from './scene-lines.ts';
import { useChosenStretch } from './use-chosen-stretch.ts';

const ANSWERS = 'drive-on-answers';
const SLEEVES = 'drive-on-sleeves';
const HOLES = 'drive-on-holes';
const NEAREST = 'drive-on-nearest';

/** Draws the answers along the headings; of the open one the holes, and of its chosen stretch the way to each obstacle. */
export const useSceneLines = (heading: string | null): void => {
  const view = useSession((session) => session.view);
  const { state, hole } = useDriveOn();
  const answers = state.status === 'open' ? state.answer.report.headings : [];
  const stretch = useChosenStretch(answers.find((answer) => answer.heading === heading) ?? null);
  const theme = useTheme();
  useEffect(() => {
    if (!view) return;
    const open = state.status === 'open' ? state : null;
    const one = open?.answer.report.headings.find((answer) => answer.heading === heading) ?? null;
    const reasons = one && stretch !== null ? (one.stretches[stretch]?.reasons ?? []) : [];
    view.live.setOverlay(ANSWERS, open && answerLines(open.answer.report.headings, open.facts.headings));
    view.live.setOverlay(SLEEVES, open && answerSleeves(open.answer.report.headings, open.facts.headings));
    view.live.setOverlay(HOLES, one && holeLines(one, hole));
    view.live.setOverlay(NEAREST, nearestLines(reasons, theme));
  }, [view, state, heading, stretch, hole, theme]);
  useEffect(
    () => () => {
      for (const id of [ANSWERS, SLEEVES, HOLES, NEAREST]) view?.live.setOverlay(id, null);
    },
    [view],
  );
};
