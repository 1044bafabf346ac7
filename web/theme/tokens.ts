import { theme as antdTheme, type ThemeConfig } from 'antd';

/**
 * The one place of the product's colours. The accent is the green-blue of hyalite, kept away from red, orange,
 * yellow and blue, which mean warning levels here. Contrast of text on panel is at least 4.5 : 1 in both themes.
 */
interface Palette {
  readonly ground: string;
  readonly panel: string;
  readonly raised: string;
  readonly line: string;
  readonly text: string;
  readonly quiet: string;
  /** Of what cannot be used now: weaker than quiet, and still read. */
  readonly faint: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly synthetic: string;
  readonly onSynthetic: string;
}

const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  dark: {
    ground: '#12161a',
    panel: '#1a2026',
    raised: '#222a31',
    line: '#323c45',
    text: '#e4e9ed',
    quiet: '#9caab6',
    faint: '#7a8792',
    accent: '#4cc2b8',
    onAccent: '#06211f',
    synthetic: '#e3b341',
    onSynthetic: '#241a00',
  },
  light: {
    ground: '#e9edf0',
    panel: '#ffffff',
    raised: '#f5f7f9',
    line: '#d3dae0',
    text: '#18212a',
    quiet: '#55626e',
    faint: '#74808b',
    accent: '#0b746d',
    onAccent: '#ffffff',
    synthetic: '#f0c24b',
    onSynthetic: '#2b1f00',
  },
};

/** System fonts only: nothing is fetched, and Chinese text uses the face each system reads best. */
export const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** Gives the palette to our own style sheet as custom properties; the browser's colour scheme goes by `data-theme` (global.css). */
export const applyPalette = (name: 'light' | 'dark', root: HTMLElement): void => {
  root.dataset.theme = name;
  for (const [key, colour] of Object.entries(PALETTES[name])) {
    root.style.setProperty(`--hy-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour);
  }
};

export const antdThemeOf = (name: 'light' | 'dark', reducedMotion: boolean): ThemeConfig => {
  const palette = PALETTES[name];
  return {
    algorithm: name === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorTextLightSolid: name === 'dark' ? palette.onAccent : '#ffffff',
      colorBgBase: palette.panel,
      colorBgContainer: palette.panel,
      colorBgElevated: palette.raised,
      colorBgLayout: palette.ground,
      colorTextBase: palette.text,
      // The only words on a filter that keeps all are those it begins with.
      colorTextPlaceholder: palette.quiet,
      colorTextDisabled: palette.faint,
      colorBgContainerDisabled: palette.raised,
      colorBorder: palette.line,
      colorBorderSecondary: palette.line,
      fontFamily: FONT,
      fontSize: 13,
      fontSizeSM: 12,
      // Dense: people keep this open beside drawings and tables.
      controlHeight: 28,
      controlHeightSM: 22,
      padding: 12,
      paddingLG: 18,
      borderRadius: 4,
      motion: !reducedMotion,
      wireframe: false,
    },
    components: {
      Slider: {
        railSize: 4,
        controlSize: 10,
        trackBg: palette.accent,
        trackHoverBg: palette.accent,
        handleColor: palette.accent,
        railBg: palette.line,
      },
      // White on antd's own red is 3.3 : 1.
      Badge: { colorError: '#c8102e', colorTextLightSolid: '#ffffff' },
      Table: { cellPaddingBlockSM: 4 },
      // On a dark tooltip the text must not take the dark text of the accent.
      Tooltip: { colorTextLightSolid: name === 'dark' ? palette.text : '#ffffff' },
    },
  };
};
