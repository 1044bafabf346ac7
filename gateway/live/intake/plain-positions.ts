import type { PositionMessage } from '../../../domain/contracts/live/messages.ts';
import { positionMessageSchema } from '../../../domain/contracts/live/messages.ts';
import { TOPIC_ID } from '../../../domain/contracts/live/topic.ts';

/**
 * The schema's answer for position messages that have nothing wrong with them, without its copies: at 5 000 tags a second
 * the copies alone were two fifths of everything the gateway allocated. It only ever says yes where the schema does (a
 * test holds them side by side); whatever it is not sure of goes to the schema, which names what is wrong.
 */
const EPOCH_MS = [946_684_800_000, 4_102_444_800_000] as const;
export const MOST_TAGS = 2_000;

export const isEpochMs = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= EPOCH_MS[0] && (value as number) <= EPOCH_MS[1];
const isId = (value: unknown): boolean => typeof value === 'string' && TOPIC_ID.test(value);
const isWithin = (value: unknown, from: number, to: number): boolean =>
  typeof value === 'number' && value >= from && value <= to;

const isPlainField = (name: string, value: unknown): boolean => {
  switch (name) {
    case 'id':
    case 'reader':
      return isId(value);
    case 'e':
    case 'n':
    case 'h':
      return isWithin(value, -1e9, 1e9);
    case 'acc':
      return isWithin(value, 0, 10_000);
    case 'hd':
      return isWithin(value, 0, 360);
    case 'bat':
      return isWithin(value, 0, 100);
    case 'sos':
      return typeof value === 'boolean';
    case 'still':
      return Number.isSafeInteger(value) && (value as number) >= 0;
    default:
      return false;
  }
};

const isPlainTag = (tag: unknown): boolean => {
  if (typeof tag !== 'object' || tag === null) return false;
  const fields = tag as Record<string, unknown>;
  for (const name in fields) if (!isPlainField(name, fields[name])) return false;
  return fields.id !== undefined && fields.e !== undefined && fields.n !== undefined;
};

const isPlainEnvelope = (name: string, value: unknown): boolean => {
  switch (name) {
    case 'v':
      return value === 1;
    case 'boot':
      return isId(value);
    case 'seq':
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case 'at':
    case 'sent':
      return isEpochMs(value);
    case 'synthetic':
      return typeof value === 'boolean';
    case 'tags':
      return Array.isArray(value) && value.length <= MOST_TAGS && value.every(isPlainTag);
    default:
      return false;
  }
};

const NEEDED = ['v', 'boot', 'seq', 'at', 'sent', 'tags'] as const;

/** @param value as JSON.parse returns it. False does not mean that it is wrong. */
export const isPlainPositionMessage = (value: unknown): value is PositionMessage => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = value as Record<string, unknown>;
  for (const name in fields) if (!isPlainEnvelope(name, fields[name])) return false;
  return NEEDED.every((name) => fields[name] !== undefined);
};

export const readPositionMessage = (value: unknown) =>
  isPlainPositionMessage(value)
    ? ({ success: true, data: value, error: undefined } as const)
    : positionMessageSchema.safeParse(value);
