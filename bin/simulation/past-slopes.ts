import type { SimulatedMessage, World } from '../../data/simulator/world.ts';

const HOUR_MS = 3_600_000;
/** Hours are counted from here, so that the same hour always bears the same number, whichever start sends it. */
const FIRST_HOUR = Date.UTC(2025, 0, 1) / HOUR_MS;
const PAST_BOOT = 'past-1';

/**
 * Hourly slope readings of the days before `now`, oldest first, by gateway: a slope shows nothing without its past. Sent
 * at every start under the same numbers, each is kept once.
 */
export const pastSlopes = (
  world: World,
  o: { readonly now: number; readonly days: number; readonly skewOf: (gateway: string) => number },
): Map<string, () => Generator<SimulatedMessage>> => {
  const last = Math.floor(o.now / HOUR_MS);
  const first = Math.max(FIRST_HOUR, last - Math.round(o.days * 24));
  const gateways = world.lookBack('slope', o.now).map(({ topic }) => topic.gateway);
  return new Map(
    gateways.map((gateway) => [
      gateway,
      function* () {
        for (let hour = first; hour < last; hour++)
          for (const { topic, message } of world.lookBack('slope', hour * HOUR_MS))
            if (topic.gateway === gateway)
              yield {
                topic,
                message: {
                  ...message,
                  boot: PAST_BOOT,
                  seq: hour - FIRST_HOUR,
                  at: message.at + o.skewOf(gateway),
                  sent: o.now + o.skewOf(gateway),
                },
              };
      },
    ]),
  );
};
