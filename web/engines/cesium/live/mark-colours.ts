/**
 * Colours of live marks, CSS. Kinds and states differ by shape first; red is left to alarms, and blue to water, as in
 * the rest of the picture.
 */
export interface MarkColours {
  /** By index of ENTITY_KINDS. */
  readonly fill: readonly [person: string, vehicle: string, device: string];
  /** Symbols within a mark. */
  readonly ink: string;
  /** Rim around everything, so that it stands out from any body. */
  readonly edge: string;
  /** What is old fades towards this. */
  readonly dim: string;
  readonly alarm: string;
  readonly select: string;
}

export const MARK_COLOURS: Readonly<Record<'light' | 'dark', MarkColours>> = {
  dark: {
    fill: ['#f3f7f9', '#c3a6ff', '#9db0bd'],
    ink: '#121a20',
    edge: '#0a0f13',
    dim: '#6c7a85',
    alarm: '#ff5a54',
    select: '#4ce0d2',
  },
  light: {
    fill: ['#15232e', '#5a39b8', '#56656f'],
    ink: '#ffffff',
    edge: '#ffffff',
    dim: '#8b98a2',
    alarm: '#d2201f',
    select: '#00857b',
  },
};
