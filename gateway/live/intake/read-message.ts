import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import {
  type LiveMessage,
  MAX_MESSAGE_BYTES,
  MESSAGE_SCHEMAS,
} from '../../../domain/contracts/live/messages.ts';
import type { MessageKind } from '../../../domain/contracts/live/topic.ts';
import type { RejectReason } from '../ports.ts';
import { readPositionMessage } from './plain-positions.ts';
import { createPositionScanner } from './scan-positions.ts';

/** How far behind its own values a gateway's `sent` may be: two clocks read one after the other, no more. */
const AT_AFTER_SENT_MS = 2_000;
/** The longest list any schema takes; a longer one is refused before each of its rows is judged. */
const LONGEST_LIST = 5_000;
const ISSUES_TOLD = 3;
const DETAIL_CHARACTERS = 500;

export interface Refusal {
  readonly reason: RejectReason;
  readonly detail: string;
}
export type ReadMessage =
  | { readonly message: LiveMessage; readonly refusal: null }
  | { readonly message: null; readonly refusal: Refusal };

const refused = (reason: RejectReason, detail: string): ReadMessage => ({
  message: null,
  refusal: { reason, detail: detail.slice(0, DETAIL_CHARACTERS) },
});

type Issue = z.core.$ZodIssue;

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part).slice(0, 40)}`))
    .join('')
    .replace(/^\./, '') || 'the message';

const isTimeRange = ({ code, path }: Issue): boolean =>
  (code === 'too_small' || code === 'too_big') && (path.at(-1) === 'at' || path.at(-1) === 'sent');

const issueText = (issue: Issue): string => `${pathText(issue.path)}: ${issue.message.slice(0, 120)}`;

/** A time the message itself contradicts: taken after it was sent. */
const contradiction = (message: LiveMessage): string | null => {
  const latest = message.sent + AT_AFTER_SENT_MS;
  if (message.at > latest)
    return `at ${message.at} is ${message.at - message.sent} ms after sent ${message.sent}`;
  if (!('readings' in message)) return null;
  const wrong = message.readings.find((reading) => reading.at !== undefined && reading.at > latest);
  return wrong
    ? `readings of ${wrong.device}: at ${wrong.at} is ${wrong.at! - message.sent} ms after sent ${message.sent}`
    : null;
};

const tooLong = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, list] of Object.entries(value))
    if (Array.isArray(list) && list.length > LONGEST_LIST)
      return `${name.slice(0, 40)} has ${list.length} rows, at most ${LONGEST_LIST} are taken`;
  return null;
};

const scanPositions = createPositionScanner();

const unlessContradicting = (message: LiveMessage): ReadMessage => {
  const wrong = contradiction(message);
  return wrong ? refused('impossible-time', wrong) : { message, refusal: null };
};

/** Bytes of a message of a kind → the message, or one reason why it is none. Never throws, whatever the bytes. */
export const readMessage = (kind: MessageKind, payload: Uint8Array): ReadMessage => {
  if (payload.byteLength > MAX_MESSAGE_BYTES)
    return refused('oversized', `${payload.byteLength} bytes, at most ${MAX_MESSAGE_BYTES} are taken`);
  const scanned = kind === 'position' ? scanPositions(payload) : null;
  if (scanned) return unlessContradicting(scanned);
  if (!isUtf8(payload)) return refused('not-json', 'the bytes are not UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString());
  } catch (error) {
    return refused('not-json', (error as Error).message);
  }
  const long = tooLong(value);
  if (long) return refused('bad-shape', long);
  const read = kind === 'position' ? readPositionMessage(value) : MESSAGE_SCHEMAS[kind].safeParse(value);
  if (!read.success) {
    const { issues } = read.error;
    const rest = issues.length > ISSUES_TOLD ? ` (and ${issues.length - ISSUES_TOLD} more)` : '';
    return refused(
      issues.every(isTimeRange) ? 'impossible-time' : 'bad-shape',
      issues.slice(0, ISSUES_TOLD).map(issueText).join('; ') + rest,
    );
  }
  return unlessContradicting(read.data as LiveMessage);
};
