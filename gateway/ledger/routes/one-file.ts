import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../../problem.ts';

export interface OneFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const LONGEST_NAME = 255;
/** Neither paths nor what could break a line of a header or hide the ending of a name. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu;

/** What the reader of forms says of one that is cut short or has no boundary, without a status of its own. */
const FORM_BROKEN = /^(Multipart: |Unexpected end of (form|multipart)|Malformed)/;

/** The one file of a multipart request; where there is none, or it is too large, the answer is sent and null returned. */
export const oneFile = async (
  request: FastifyRequest,
  reply: FastifyReply,
  most: number,
): Promise<OneFile | null> => {
  const mend = 'Send it as multipart/form-data with one file.';
  if (!request.isMultipart()) {
    sendProblem(reply, {
      status: 415,
      title: 'No file',
      detail: 'The request is no form with a file.',
      mend,
    });
    return null;
  }
  try {
    const part = await request.file({ limits: { fileSize: most, files: 1, fields: 0, parts: 1 } });
    if (part) {
      const bytes = await part.toBuffer();
      const name = part.filename.replace(NOT_IN_A_NAME, '_').trim().slice(0, LONGEST_NAME) || 'file';
      if (bytes.length > 0) return { name, bytes };
    }
    sendProblem(reply, {
      status: 400,
      title: 'No file',
      detail: 'The form holds no file, or an empty one.',
      mend,
    });
  } catch (error) {
    const { statusCode = FORM_BROKEN.test((error as Error).message) ? 400 : 500, message } =
      error as Error & {
        statusCode?: number;
      };
    if (statusCode >= 500) throw error;
    sendProblem(reply, {
      status: statusCode,
      title: statusCode === 413 ? 'The file is too large' : 'Bad form',
      detail: statusCode === 413 ? `It has more than ${most / 1024 / 1024} MiB.` : message,
      mend: statusCode === 413 ? 'Hand in a smaller file.' : mend,
    });
  }
  return null;
};
