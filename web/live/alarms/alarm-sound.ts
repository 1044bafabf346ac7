import { create } from 'zustand';
import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import { recallChoice, rememberChoice } from '../remembered.ts';
import { isGrave, isToCloseOut, isUnanswered } from './alarm-queue.ts';

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

export type Signal = 'grave' | 'escalated' | 'plain';

/**
 * Three high double beeps for SOS and red, three rising tones for what must be closed out today, one falling pair for the
 * rest: told apart without looking.
 */
const SIGNALS: Readonly<Record<Signal, readonly Tone[]>> = {
  grave: [0, 0.3, 0.6].flatMap((at) => [
    { hertz: 988, at, length: 0.1 },
    { hertz: 1319, at: at + 0.12, length: 0.1 },
  ]),
  escalated: [523, 659, 880].map((hertz, i) => ({ hertz, at: i * 0.2, length: 0.16 })),
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

const play = (signal: Signal): void => {
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

/** Grown graver, an alarm is heard anew. */
const raisingOf = ({ id, risen }: Alarm): string => (risen ? `${id} risen ${risen.length}` : id);
const escalationOf = ({ id }: Alarm): string => `${id} escalated`;

/**
 * What a change of the alarms sounds like: the gravest of what was not heard before, of an alarm raised or of one escalated,
 * else nothing. @param heard as `noteHeard` left it
 */
export const soundFor = (alarms: ReadonlyMap<string, Alarm>, heard: ReadonlySet<string>): Signal | null => {
  let sound: 'plain' | 'escalated' | null = null;
  for (const alarm of alarms.values()) {
    if (!isUnanswered(alarm)) continue;
    const isNew = !heard.has(raisingOf(alarm));
    if (isNew && isGrave(alarm)) return 'grave';
    if (isToCloseOut(alarm) && !heard.has(escalationOf(alarm))) sound = 'escalated';
    else if (isNew && alarm.clearedAt === null) sound ??= 'plain';
  }
  return sound;
};

export const noteHeard = (alarms: ReadonlyMap<string, Alarm>, heard: Set<string>): void => {
  for (const alarm of alarms.values()) {
    heard.add(raisingOf(alarm));
    if (alarm.escalatedAt !== null) heard.add(escalationOf(alarm));
  }
};

export const playSound = (sound: Signal | null): void => {
  if (sound) play(sound);
};
