import { create } from 'zustand';
import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import { recallChoice, rememberChoice } from '../remembered.ts';
import { isGrave, isUnanswered } from './alarm-queue.ts';

/**
 * Sound of alarms. Off until somebody turns it on; the choice is remembered. `blocked`: it is on, but the browser gives
 * no sound to a page before its first click or key.
 */
export type Sound = 'off' | 'on' | 'blocked';

const SOUND_KEY = 'hyalite.alarm-sound';
/** Grave alarms sound again and again until they are answered. */
export const REPEAT_MS = 5000;

interface Tone {
  readonly hertz: number;
  /** Seconds from the start of the signal. */
  readonly at: number;
  readonly length: number;
}

/** Three high double beeps for SOS and red, one falling pair for the rest: told apart without looking. */
const SIGNALS: Readonly<Record<'grave' | 'plain', readonly Tone[]>> = {
  grave: [0, 0.3, 0.6].flatMap((at) => [
    { hertz: 988, at, length: 0.1 },
    { hertz: 1319, at: at + 0.12, length: 0.1 },
  ]),
  plain: [
    { hertz: 784, at: 0, length: 0.14 },
    { hertz: 587, at: 0.18, length: 0.2 },
  ],
};

const useSoundStore = create<{ sound: Sound }>(() => ({
  sound: recallChoice(SOUND_KEY) === 'on' ? 'blocked' : 'off',
}));
export const useSound = (): Sound => useSoundStore((state) => state.sound);

let context: AudioContext | null = null;

const settle = () => {
  if (useSoundStore.getState().sound === 'off') return;
  useSoundStore.setState({ sound: context?.state === 'running' ? 'on' : 'blocked' });
};

const unlock = async () => {
  if (useSoundStore.getState().sound === 'off') return;
  context ??= new AudioContext();
  await context.resume().catch(() => {}); // refused: it stays blocked, and the button says so
  settle();
};

export const setSoundOn = (on: boolean): void => {
  rememberChoice(SOUND_KEY, on ? 'on' : 'off');
  useSoundStore.setState({ sound: on ? 'blocked' : 'off' });
  if (on) void unlock();
  else void context?.suspend();
};

/** Lets a remembered choice take effect at the page's first click or key. @returns ends the waiting */
export const unlockAtFirstGesture = (): (() => void) => {
  const listen = () => void unlock();
  window.addEventListener('pointerdown', listen);
  window.addEventListener('keydown', listen);
  return () => {
    window.removeEventListener('pointerdown', listen);
    window.removeEventListener('keydown', listen);
  };
};

const play = (signal: keyof typeof SIGNALS): void => {
  if (!context || useSoundStore.getState().sound !== 'on') return;
  const start = context.currentTime + 0.02;
  for (const { hertz, at, length } of SIGNALS[signal]) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(0, start + at);
    gain.gain.linearRampToValueAtTime(0.3, start + at + 0.01);
    gain.gain.linearRampToValueAtTime(0, start + at + length);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start + at);
    oscillator.stop(start + at + length);
  }
};

/** What a change of the alarms sounds like: `grave` or `plain` for one not heard before, else nothing. */
export const soundFor = (
  alarms: ReadonlyMap<string, Alarm>,
  heard: ReadonlySet<string>,
): 'grave' | 'plain' | null => {
  let sound: 'plain' | null = null;
  for (const alarm of alarms.values()) {
    if (heard.has(alarm.id) || !isUnanswered(alarm)) continue;
    if (isGrave(alarm)) return 'grave';
    if (alarm.clearedAt === null) sound = 'plain';
  }
  return sound;
};

export const playSound = (sound: 'grave' | 'plain' | null): void => {
  if (sound) play(sound);
};
