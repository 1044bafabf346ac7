import { z } from 'zod';

/** What kinds of message a field gateway sends; the fourth part of the topic. */
export const MESSAGE_KINDS = [
  'position',
  'camera',
  'slope',
  'water',
  'air',
  'power',
  'hoist',
  'pump',
  'seal',
  'belt',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Ids in topics and messages: safe in MQTT topics, file names and links alike. */
export const TOPIC_ID = /^[A-Za-z0-9_-]{1,64}$/;
export const topicId = z.string().regex(TOPIC_ID, 'letters, digits, _ and - only, at most 64');

/** Where a message came from: `v1/{county}/{mine}/{kind}/{gateway}`. */
export interface Topic {
  readonly county: string;
  readonly mine: string;
  readonly kind: MessageKind;
  readonly gateway: string;
}

const KINDS: ReadonlySet<string> = new Set(MESSAGE_KINDS);

/** @returns null where the text is not a topic of ours */
export const parseTopic = (text: string): Topic | null => {
  const [version, county, mine, kind, gateway, ...rest] = text.split('/');
  if (version !== 'v1' || rest.length > 0 || !kind || !KINDS.has(kind)) return null;
  if (!county || !mine || !gateway) return null;
  if (!TOPIC_ID.test(county) || !TOPIC_ID.test(mine) || !TOPIC_ID.test(gateway)) return null;
  return { county, mine, kind: kind as MessageKind, gateway };
};

export const formatTopic = ({ county, mine, kind, gateway }: Topic): string =>
  `v1/${county}/${mine}/${kind}/${gateway}`;
