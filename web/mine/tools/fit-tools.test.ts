import { describe, expect, it } from 'vitest';
import { foldedTools, type ToolToFit } from './fit-tools.ts';

const tool = (id: string, patch: Partial<ToolToFit> = {}): ToolToFit => ({
  id,
  width: 100,
  active: false,
  foldsFirst: false,
  ...patch,
});
const fold = (room: number, ...tools: ToolToFit[]) => [...foldedTools(tools, { room, gap: 2, menu: 40 })];

describe('which tools go into the menu', () => {
  it('is none where all stand in one row', () => {
    expect(fold(304, tool('a'), tool('b'), tool('c'))).toEqual([]);
  });

  it('is the last first, and as many as make room for the button of the menu too', () => {
    expect(fold(303, tool('a'), tool('b'), tool('c'))).toEqual(['c']);
    expect(fold(243, tool('a'), tool('b'), tool('c'))).toEqual(['c', 'b']);
  });

  it('is those that fold first before others', () => {
    expect(fold(303, tool('a', { foldsFirst: true }), tool('b'), tool('c'))).toEqual(['a']);
  });

  it('leaves a tool that is on in the row as long as there is another to fold', () => {
    const on = tool('c', { active: true, foldsFirst: true });
    expect(fold(303, tool('a'), tool('b'), on)).toEqual(['b']);
    expect(fold(150, tool('a'), tool('b'), on)).toEqual(['b', 'a']);
    expect(fold(100, tool('a'), tool('b'), on)).toEqual(['b', 'a', 'c']);
  });
});
