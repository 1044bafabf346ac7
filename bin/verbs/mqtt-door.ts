import { isIP } from 'node:net';

/** How devices come in, as told on the command line. */
export interface MqttDoorOptions {
  readonly mqttHost: string;
  readonly mqttCert?: string | undefined;
  readonly mqttKey?: string | undefined;
  readonly mqttPlain?: boolean | undefined;
}

export interface MqttDoor {
  readonly mqttHost: string;
  readonly mqttTls: { readonly cert: string; readonly key: string } | undefined;
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * Passwords of devices go over this door. @throws Error where one of certificate and key is missing, or where others than
 * this machine could listen to a door in clear and nobody said that they may
 */
export const mqttDoor = ({ mqttHost, mqttCert, mqttKey, mqttPlain }: MqttDoorOptions): MqttDoor => {
  if ((mqttCert === undefined) !== (mqttKey === undefined))
    throw new Error(
      `--mqtt-cert and --mqtt-key belong together: ${mqttCert === undefined ? '--mqtt-cert' : '--mqtt-key'} is missing`,
    );
  if (mqttCert !== undefined && mqttKey !== undefined)
    return { mqttHost, mqttTls: { cert: mqttCert, key: mqttKey } };
  if (!isLoopback(mqttHost) && !mqttPlain)
    throw new Error(
      `on ${mqttHost} passwords and messages of devices would go over the network in clear: give --mqtt-cert and --mqtt-key, or ` +
        'say --mqtt-plain where nobody else can be on that network',
    );
  return { mqttHost, mqttTls: undefined };
};
