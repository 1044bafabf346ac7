import { randomStream } from '../random.ts';
import { type CountyMine, pick, type Risk } from './county-mines.ts';
import { AS_OF, addDays } from './county-place.ts';
import type { ListedType } from './mine-list.ts';

/** Facts and events duties look at; what nobody reported is not there. */
export const mineFacts = (
  mine: CountyMine,
  seed: number,
): { readonly fact?: string; readonly event?: string; readonly value: string | number | boolean }[] => {
  const next = randomStream(seed * 31 + [...mine.id].reduce((sum, c) => sum * 33 + c.charCodeAt(0), 7));
  for (let warm = 0; warm < 3; warm++) next();
  const rows: { fact?: string; event?: string; value: string | number | boolean }[] = [];
  const fact = (name: string, value: number | boolean, known = 0.9): void => {
    if (next() < known) rows.push({ fact: name, value });
  };
  const event = (name: string, daysAgo: number, known = 0.88): void => {
    if (next() < known) rows.push({ event: name, value: addDays(AS_OF, -Math.round(daysAgo)) });
  };
  const works = mine.state === 'producing' || mine.state === 'construction';
  const underground = mine.type.startsWith('underground');
  const pit = mine.type === 'open-pit';
  if (mine.type !== 'exploration' && mine.state !== 'closed') {
    if (works && mine.type !== 'tailings') {
      fact('keyPlaceCameraPercent', Math.round(20 + 80 * next() ** 0.6));
      fact('workPlaceCameraPercent', next() < 0.6 ? 100 : Math.round(40 + 60 * next()));
      event('hazardSurvey', 20 + 480 * next());
      event('majorHazardSurvey', 45 * next());
    }
    if (underground && works) {
      fact('positioningOnline', next() < 0.82);
      fact('shiftPeople', Math.round(8 + 60 * next() ** 2));
      event('asBuiltPlan', 150 * next());
    }
    if (pit) {
      fact('designSlopeHeight', Math.round(40 + 150 * next() ** 1.5));
      fact('slopeNetworked', next() < 0.66);
    }
    event('emergencyDrill', 10 + 330 * next() ** 1.2);
    event('leaderAnnounced', 120 + 400 * next() ** 1.5);
    fact('leaderNamed', mine.leader !== null, 1);
    fact('alarmsClosedSameDayPercent', next() < 0.6 ? 100 : Math.round(80 + 20 * next()), 0.8);
    fact('transparentGeology', mine.hasBundle || next() < 0.3, 0.85);
  }
  if (mine.state === 'suspended') {
    fact('suspendedMonths', Math.round(1 + 22 * next()), 0.9);
    fact('electronicSeals', next() < 0.7, 0.9);
    fact('suspensionPlan', next() < 0.75, 0.85);
  }
  // From a stream of its own: what was told before stays as it was.
  const levels = randomStream(seed * 37 + [...mine.id].reduce((sum, c) => sum * 29 + c.charCodeAt(0), 11));
  for (let warm = 0; warm < 3; warm++) levels();
  // Of a mine with a model the model tells.
  if (underground && mine.state === 'producing' && !mine.hasBundle && levels() < 0.85)
    rows.push({ fact: 'producingLevels', value: Math.round(1 + 4 * levels() ** 2) });
  return rows;
};

const DISASTERS_OF: Readonly<Record<ListedType, readonly string[]>> = {
  'underground-metal': ['水害', '冒顶片帮', '地压', '岩爆', '火灾', '塌陷'],
  'underground-coal': ['水害', '冒顶片帮', '岩爆', '火灾', '塌陷'],
  'underground-nonmetal': ['水害', '冒顶片帮', '地压', '塌陷'],
  'open-pit': ['边坡', '水害', '塌陷'],
  tailings: ['水害', '边坡'],
  exploration: [],
};
const DISASTER_GRADES: readonly (readonly [Risk | null, number])[] = [
  ['major', 6],
  ['larger', 22],
  ['general', 40],
  ['low', 22],
  [null, 10],
];

/** Grade of each kind of disaster; what nobody graded is not there. */
export const disasterGrades = (
  mine: CountyMine,
  seed: number,
): readonly { readonly kind: string; readonly grade: Risk }[] => {
  const next = randomStream(seed * 43 + [...mine.id].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 23));
  for (let warm = 0; warm < 3; warm++) next();
  return DISASTERS_OF[mine.type].flatMap((kind) => {
    const grade = pick(next, DISASTER_GRADES);
    return grade === null ? [] : [{ kind, grade }];
  });
};
