import type { ReadingMessage } from '../../../domain/contracts/live/messages.ts';

export interface StrangeDevicesOptions {
  /** Devices of live.yaml. */
  readonly registered: ReadonlySet<string>;
  /** So many others are taken. */
  readonly most: number;
  /** Devices of before the start that something is kept of. */
  readonly known: Iterable<string>;
}

/** Which devices that live.yaml does not list are taken. */
export interface StrangeDevices {
  /** The message without the readings of devices that are not taken, and those devices. */
  admit(message: ReadingMessage): { message: ReadingMessage; refused: readonly string[] };
}

/** A mine that adds a device writes it into live.yaml soon; so many may wait for that. */
export const MOST_STRANGE_DEVICES = 500;

/**
 * Every device and metric gets a row in the database for good, so whoever makes up ids could fill it. Devices of live.yaml are
 * always taken, of others the first so many; who was taken once stays taken. Metrics need no limit: the contract names them.
 */
export const createStrangeDevices = ({ registered, most, known }: StrangeDevicesOptions): StrangeDevices => {
  const strange = new Set<string>();
  for (const device of known) if (!registered.has(device)) strange.add(device);
  const isTaken = (device: string): boolean => {
    if (registered.has(device) || strange.has(device)) return true;
    if (strange.size >= most) return false;
    strange.add(device);
    return true;
  };
  return {
    admit(message) {
      const refused = new Set<string>();
      for (const { device } of message.readings) if (!isTaken(device)) refused.add(device);
      if (refused.size === 0) return { message, refused: [] };
      return {
        message: { ...message, readings: message.readings.filter(({ device }) => !refused.has(device)) },
        refused: [...refused],
      };
    },
  };
};
