import type { VolumeAnswer } from './measure-store.ts';
import { answerVolume, type VolumeQuestion, type VolumeSubject } from './volume-question.ts';

/** The mine comes once; each question has a number, so that a late answer is known as one. */
export type VolumeOrder =
  | { readonly subject: VolumeSubject }
  | { readonly id: number; readonly question: VolumeQuestion };
export type VolumeReply =
  | { readonly id: number; readonly answer: VolumeAnswer }
  | { readonly id: number; readonly detail: string };

let subject: VolumeSubject | null = null;

/** Up to seconds of work, off the page's thread. */
self.onmessage = ({ data }: MessageEvent<VolumeOrder>) => {
  if ('subject' in data) {
    subject = data.subject;
    return;
  }
  const { id, question } = data;
  let reply: VolumeReply;
  try {
    reply = { id, answer: answerVolume(question, subject!) };
  } catch (error) {
    reply = { id, detail: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
};
