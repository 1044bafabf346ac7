import type { GatewayState } from '../contracts/live/viewer.ts';

/** Something in live.yaml that reports through a field gateway. */
interface Reporting {
  readonly id: string;
  readonly gateway?: string | undefined;
}

/** What is read of a seal now. `at`: ms */
interface SealReading {
  readonly device: string;
  readonly value: unknown;
  readonly at: number;
}

/**
 * Whether all positioning stations of a mine reach the county: false where the gateway of one is silent; null where that cannot be
 * told: no station is listed, one names no gateway, or one's gateway was not heard since this program started. What other gateways
 * say is no news of people.
 */
export const positioningNetworked = (
  stations: readonly Reporting[],
  gateways: readonly Pick<GatewayState, 'gateway' | 'lastReceivedAt' | 'silent'>[],
): boolean | null => {
  const stateOf = new Map(gateways.map((state) => [state.gateway, state]));
  const states = stations.map(({ gateway }) => (gateway === undefined ? undefined : stateOf.get(gateway)));
  if (states.some((state) => state?.silent)) return false;
  return states.length > 0 && states.every((state) => state !== undefined && state.lastReceivedAt > 0)
    ? true
    : null;
};

/**
 * Whether all electronic seals of a mine report themselves closed: false where one was last heard to be open, however long ago; null
 * where one was not heard `since`, ms, or there are none.
 */
export const sealsClosed = (
  seals: readonly { readonly id: string }[],
  readings: readonly SealReading[],
  since: number,
): boolean | null => {
  const readingOf = new Map(readings.map((reading) => [reading.device, reading]));
  const heard = seals.map(({ id }) => readingOf.get(id));
  if (heard.some((reading) => reading?.value === false)) return false;
  return heard.length > 0 && heard.every((reading) => reading?.value === true && reading.at >= since)
    ? true
    : null;
};
