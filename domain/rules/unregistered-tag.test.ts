import { describe, expect, it } from 'vitest';
import { MORNING, subjects, type TinyPerson, tinySituation, tinyWatcher } from './tiny-rule-mine.test-kit.ts';
import { unregisteredTag } from './unregistered-tag.ts';

const judge = (...people: TinyPerson[]) => unregisteredTag(tinyWatcher()(tinySituation(MORNING, people)));

describe('unregisteredTag', () => {
  it('finds a tag that is heard and nobody is registered for', () => {
    const judged = judge({ tag: 'x', x: 10, name: null }, { tag: 'a', x: 10 });
    expect(judged.findings).toMatchObject([{ subject: { id: 'x', name: null } }]);
    expect([judged.denies('x', null), judged.denies('a', null)]).toEqual([false, true]);
  });

  it('knows nothing of it once it is silent', () => {
    const judged = judge({ tag: 'x', x: 10, name: null, presence: 'lost', age: 90 });
    expect([subjects(judged), judged.denies('x', null), judged.denies('never seen', null)]).toEqual([
      [],
      false,
      false,
    ]);
  });
});
