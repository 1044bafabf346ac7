import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';

export interface RealBroker extends ServerProcess {
  readonly mqttPort: number;
}

/**
 * mosquitto on 127.0.0.1, its store in `folder`. `lines` are added to its configuration (allow_anonymous, password_file …);
 * without any, everyone may do everything.
 */
export const startMosquitto = async (o: {
  readonly program: string;
  readonly folder: string;
  readonly port?: number;
  readonly lines?: readonly string[];
}): Promise<RealBroker> => {
  mkdirSync(o.folder, { recursive: true });
  const mqttPort = o.port ?? (await freePort());
  const config = join(o.folder, 'mosquitto.conf');
  const lines = [
    `listener ${mqttPort} 127.0.0.1`,
    ...(o.lines ?? ['allow_anonymous true']),
    'persistence true',
    `persistence_location ${o.folder}/`,
    'max_queued_messages 0',
    'max_inflight_messages 1000',
    // As root it would change to its own user, who cannot write the folder.
    ...(process.getuid?.() === 0 ? ['user root'] : []),
  ];
  writeFileSync(config, `${lines.join('\n')}\n`);
  const server = await startServerProcess({ program: o.program, args: ['-c', config], ports: [mqttPort] });
  return { ...server, mqttPort };
};

export interface RealNats extends RealBroker {
  readonly natsPort: number;
  /** Where leaf nodes connect; null where it takes none. */
  readonly leafPort: number | null;
}

/** nats-server on 127.0.0.1 with JetStream and MQTT, its store in `folder`. */
export const startNats = async (o: {
  readonly program: string;
  readonly folder: string;
  readonly name: string;
  readonly ports?: { readonly nats: number; readonly mqtt: number; readonly leaf?: number };
  /** Tells its JetStream from that of the servers it is linked with. */
  readonly domain?: string;
  readonly acceptsLeaves?: boolean;
  /** `nats://127.0.0.1:port` of the hub's leaf port. */
  readonly hub?: string;
  /** When it sends what was not acknowledged again, e.g. '30s' (its default). */
  readonly ackWait?: string;
  /** More of its configuration, as text. */
  readonly more?: string;
}): Promise<RealNats> => {
  mkdirSync(o.folder, { recursive: true });
  const natsPort = o.ports?.nats ?? (await freePort());
  const mqttPort = o.ports?.mqtt ?? (await freePort());
  const leafPort = o.acceptsLeaves ? (o.ports?.leaf ?? (await freePort())) : null;
  const leaf = [
    ...(leafPort === null ? [] : [`listen: "127.0.0.1:${leafPort}"`]),
    ...(o.hub ? ['reconnect: 1', `remotes: [{ url: "${o.hub}" }]`] : []),
  ];
  const config = join(o.folder, 'nats.conf');
  const text = [
    `server_name: "${o.name}"`,
    `listen: "127.0.0.1:${natsPort}"`,
    `jetstream { store_dir: "${join(o.folder, 'js')}"${o.domain ? `, domain: "${o.domain}"` : ''} }`,
    `mqtt { listen: "127.0.0.1:${mqttPort}"${o.ackWait ? `, ack_wait: "${o.ackWait}"` : ''} }`,
    ...(leaf.length > 0 ? [`leafnodes { ${leaf.join('\n')} }`] : []),
    o.more ?? '',
  ];
  writeFileSync(config, `${text.join('\n')}\n`);
  const ports = [natsPort, mqttPort, ...(leafPort === null ? [] : [leafPort])];
  const server = await startServerProcess({ program: o.program, args: ['-c', config], ports });
  return { ...server, mqttPort, natsPort, leafPort };
};
