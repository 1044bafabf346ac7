import { describe, expect, it } from 'vitest';
import type { CatalogLayer } from '../../../domain/contracts/catalog.ts';
import type { MineView } from '../../engines/mine-view.ts';
import { DEFAULT_VIEW, type ViewState } from '../../shell/view-state.ts';
import { type MineSession, NEW_SESSION } from '../mine-session.ts';
import { tinyCatalog, tinyLayer } from '../test-data/tiny-catalog.ts';
import { mineTools } from './index.ts';
import { toolForKey } from './keyboard.ts';
import { createToolRegistry, type MineTool, type ToolContext } from './registry.ts';

const tool = (patch: Partial<MineTool> = {}): MineTool => ({
  id: 'a',
  title: 'tool.home',
  icon: () => null,
  place: 'camera',
  enabled: () => true,
  perform: () => {},
  ...patch,
});

const byId = (id: string): MineTool => mineTools.all().find((one) => one.id === id)!;

/** Performs a tool on a state and gives what it changed. */
const run = (id: string, state: Partial<ViewState>, session: Partial<MineSession> = {}) => {
  const changes: object[] = [];
  const context: ToolContext = {
    state: { ...DEFAULT_VIEW, ...state },
    session: { ...NEW_SESSION, ...session },
    setView: (patch) => changes.push(patch),
    setSession: (patch) => changes.push(patch),
  };
  void byId(id).perform(context);
  return changes;
};
const ref = { layerId: 'goafs', featureId: '7' };

describe('the tool registry', () => {
  it('refuses a second tool with one id, key or link key', () => {
    const url = { key: 'x', write: () => null, read: () => null };
    const { register } = createToolRegistry();
    register(tool({ shortcut: 'h', url }));
    expect(() => register(tool())).toThrow('tool registered twice: a');
    expect(() => register(tool({ id: 'b', shortcut: 'h' }))).toThrow('shortcut h of b belongs to a');
    expect(() => register(tool({ id: 'b', url }))).toThrow('link key x of b belongs to a');
  });

  it('holds the Mine workspace’s tools, in order', () => {
    expect(mineTools.all().map(({ id }) => id)).toEqual([
      'home',
      'level',
      'plan',
      'north',
      'exaggeration',
      'see-through',
      'evidence',
      'slice',
      'measure',
      'boreholes',
      'borehole-log',
      'fly-to',
      'isolate',
      'copy-link',
      'clear-selection',
      'drive-on',
      'duties',
      'ledger',
      'data-report',
    ]);
  });

  it('finds a tool by its key, in either case, but not while typing or with a modifier', () => {
    const press = { key: 'H', modified: false, typing: false };
    expect(toolForKey(mineTools.all(), press)?.id).toBe('home');
    expect(toolForKey(mineTools.all(), { ...press, key: 'Escape' })?.id).toBe('clear-selection');
    expect(toolForKey(mineTools.all(), { ...press, typing: true })).toBeNull();
    expect(toolForKey(mineTools.all(), { ...press, modified: true })).toBeNull();
    expect(toolForKey(mineTools.all(), { ...press, key: 'q' })).toBeNull();
  });

  it('steps the exaggeration up and round', () => {
    expect(run('exaggeration', { exaggeration: 1 })).toEqual([{ exaggeration: 1.5 }]);
    expect(run('exaggeration', { exaggeration: 2.2 })).toEqual([{ exaggeration: 3 }]);
    expect(run('exaggeration', { exaggeration: 5 })).toEqual([{ exaggeration: 1 }]);
  });

  it('switches the see-through ground and the report', () => {
    expect(run('see-through', { seeThrough: 0.3 })).toEqual([{ seeThrough: 0 }]);
    expect(run('see-through', { seeThrough: 0 })).toEqual([{ seeThrough: DEFAULT_VIEW.seeThrough }]);
    expect(run('data-report', {}, { reportOpen: true })).toEqual([{ reportOpen: false }]);
  });

  it('isolates what is selected, and takes back isolation before selection', () => {
    expect(run('isolate', { selected: ref })).toEqual([{ isolated: ref }]);
    expect(run('isolate', { selected: ref, isolated: ref })).toEqual([{ isolated: null }]);
    expect(run('clear-selection', { selected: ref, isolated: ref })).toEqual([{ isolated: null }]);
    expect(run('clear-selection', { selected: ref })).toEqual([{ selected: null }]);
  });

  it('offers see-through ground only where there is ground', () => {
    const enabled = (layers: CatalogLayer[]) =>
      byId('see-through').enabled({
        state: DEFAULT_VIEW,
        session: {
          ...NEW_SESSION,
          view: {} as MineView,
          catalog: { status: 'open', catalog: tinyCatalog(layers), bundleUrl: '/' },
        },
        setView: () => {},
        setSession: () => {},
      });
    expect(enabled([tinyLayer()])).toBe(false);
    expect(enabled([tinyLayer(), tinyLayer({ id: 't', group: 'ground', kind: 'terrain' })])).toBe(true);
  });

  it('offers no camera tool before there is a camera', () => {
    const context = {
      state: DEFAULT_VIEW,
      session: NEW_SESSION,
      setView: () => {},
      setSession: () => {},
    };
    expect(
      mineTools
        .all()
        .filter(({ enabled }) => enabled(context))
        .map(({ id }) => id),
    ).toEqual(['copy-link']);
  });
});
