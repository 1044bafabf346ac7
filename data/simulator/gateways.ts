import type { SimulatedMine, Vec3 } from './simulated-mine.ts';

/** Which reader hears a tag, and through which gateway a reader and every other device reports. */
export interface GatewayPlan {
  readonly ids: readonly string[];
  /** The nearest reader in range that is not silent, as an index into `readers`; −1 where none hears. */
  hearing(at: Vec3): number;
  readonly readers: readonly { readonly id: string; readonly gateway: number }[];
  /** Gateway index of a device that is no reader. */
  readonly gatewayOf: ReadonlyMap<string, number>;
  /** Ids of the readers that are silent. */
  readonly silent: ReadonlySet<string>;
}

/** Range of a reader whose set-up names none, metres. */
const DEFAULT_RANGE = 350;

/**
 * @param count gateways to report through; null: those of the set-up. More than the set-up names are made up
 * @param silent how many readers say nothing, the last of the list first; the lamp room's hears on
 */
export const planGateways = (
  { manifest, setup }: SimulatedMine,
  count: number | null,
  silent: number,
): GatewayPlan => {
  const named = manifest.gateways.map(({ id }) => id);
  const wanted = Math.max(1, count ?? named.length);
  const ids = Array.from({ length: wanted }, (_, i) => named[i] ?? `GW-SIM-${i + 1}`);
  const keepsOwn = wanted >= named.length && count === null;
  const readers = setup.devices.filter(({ kind }) => kind === 'reader');
  const own = (gateway: string | undefined): number =>
    keepsOwn && gateway !== undefined ? ids.indexOf(gateway) : -1;
  const byReader = readers.map(({ id, gateway, enu, range }, i) => {
    const named = own(gateway);
    return {
      id,
      enu,
      range: range ?? DEFAULT_RANGE,
      gateway: named >= 0 ? named : Math.floor((i * ids.length) / readers.length),
    };
  });
  const quiet = new Set(
    readers
      .slice(0, -1)
      .reverse()
      .slice(0, silent)
      .map(({ id }) => id),
  );
  const nearest = (at: Vec3, all: boolean): number => {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < byReader.length; i++) {
      const { enu, range, id } = byReader[i]!;
      const away = Math.hypot(at[0] - enu[0], at[1] - enu[1], at[2] - enu[2]);
      if (away < least && (all || (away <= range && !quiet.has(id)))) {
        least = away;
        best = i;
      }
    }
    return best;
  };
  const gatewayOf = new Map(
    setup.devices
      .filter(({ kind }) => kind !== 'reader')
      .map(({ id, gateway, enu }, i) => {
        const named = own(gateway);
        const reader = byReader[nearest(enu, true)];
        return [id, named >= 0 ? named : (reader?.gateway ?? i % ids.length)] as const;
      }),
  );
  return { ids, readers: byReader, silent: quiet, gatewayOf, hearing: (at) => nearest(at, false) };
};
