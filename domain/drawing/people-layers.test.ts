import { expect, test } from 'vitest';
import { type DrawnPerson, peopleBandText, peopleLayers, peopleLegend } from './people-layers.ts';

const person = (o: Partial<DrawnPerson> = {}): DrawnPerson => ({
  at: [10, 20],
  name: '张三',
  presence: 'fresh',
  age: 2,
  sos: false,
  heightGuessed: false,
  ...o,
});
const OPTIONS = {
  paper: { scale: 1000, exaggeration: 1 },
  field: { left: 0, bottom: 0, right: 200, top: 100 },
  language: 'zh' as const,
};
const textsOf = (people: readonly DrawnPerson[], o: object = {}): string[] =>
  peopleLayers(
    { people, time: '2026-11-29 21:30:05', stoppedFor: null, placeless: 0, ...o },
    OPTIONS,
  ).flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.type === 'text' ? shape.text : [])));

test('who is heard has a name, who is not heard lately an age as well, and the moment stands over the drawing', () => {
  expect(textsOf([person()])).toEqual(['张三', '人员位置时刻 2026-11-29 21:30:05']);
  expect(textsOf([person({ presence: 'stale', age: 75 })])).toEqual([
    '张三',
    '1 分前',
    '人员位置时刻 2026-11-29 21:30:05',
  ]);
});

test('how well a place is known is told by shape, not by colour alone', () => {
  const shapes = (presence: DrawnPerson['presence']) =>
    peopleLayers(
      { people: [person({ presence })], time: '', stoppedFor: null, placeless: 0 },
      OPTIONS,
    )[0]!.shapes.map((shape) =>
      shape.type === 'line' ? `line ${shape.stroke.dash ? 'broken' : ''}` : shape.type,
    );
  const kinds = (['fresh', 'stale', 'lost'] as const).map((presence) => shapes(presence).join());
  expect(new Set(kinds).size).toBe(3);
});

test('a call for help is a triangle and a word', () => {
  const [layer] = peopleLayers(
    { people: [person({ sos: true })], time: '', stoppedFor: null, placeless: 0 },
    OPTIONS,
  );
  expect(layer!.shapes.some((shape) => shape.type === 'line' && shape.points.length === 3)).toBe(true);
  expect(textsOf([person({ sos: true })])[0]).toBe('SOS 张三');
});

test('no picture is "not known", never "nobody"; a picture that stands still says so; who has no place is counted', () => {
  expect(textsOf([], { time: null })).toEqual(['人员位置未知：没有收到画面']);
  expect(textsOf([], { stoppedFor: 12 })[0]).toContain('画面已停 12 秒');
  expect(textsOf([], { placeless: 3 })[0]).toContain('另有 3 人位置未知');
});

test('the legend says which people are drawn', () => {
  expect(peopleLegend(peopleBandText(15, 'section', 'zh'), 'zh').map(({ label }) => label)).toEqual([
    '人员（投影带两侧各 15 m）',
    '人员：位置已旧（注明多久）',
    '人员：失联前最后位置',
  ]);
});
