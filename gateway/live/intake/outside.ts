import type { Intake } from './intake.ts';
import { startStreamReader } from './stream-reader.ts';
import { type Subscriber, startSubscriber } from './subscriber.ts';

export interface OutsideOptions {
  readonly intake: Intake;
  /** What MQTT_URL says: mqtt://, mqtts:// a broker; nats://…/STREAM, natss://…/STREAM a JetStream stream. */
  readonly url: string;
  /** The session's name at the broker: the same at every start, another for every process that reads from it. */
  readonly name: string;
  readonly log?: (line: string) => void;
}

/** Takes part in a broker that is not ours. @throws Error that says which addresses can be used */
export const startOutside = ({ intake, url, name, log }: OutsideOptions): Subscriber => {
  if (!URL.canParse(url))
    throw new Error(`MQTT_URL is "${url}", expected e.g. mqtt://user:password@host:1883`);
  switch (new URL(url).protocol) {
    case 'mqtt:':
    case 'mqtts:':
      return startSubscriber({ intake, url, clientId: name, log });
    case 'nats:':
    case 'natss:':
      return startStreamReader({ intake, url, consumer: name, log });
    default:
      throw new Error(
        `MQTT_URL is "${new URL(url).protocol}//…", expected mqtt://, mqtts://, nats:// or natss://`,
      );
  }
};
