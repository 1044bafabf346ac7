import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ofMine } from '../../accounts/access.ts';
import { notWhatWasHandedIn, readHandedIn } from '../../handed-in-file.ts';
import { checked, withStore } from '../../live/routes/checked.ts';
import { sendProblem } from '../../problem.ts';
import { attachmentFileName, keepAttachment, sha256Of } from '../attachments/attachment-files.ts';
import { lockedUse, quotaProblem } from '../attachments/attachment-quota.ts';
import { addAttachment, attachment } from '../attachments/attachment-rows.ts';
import { ATTACHMENT_TYPES, attachmentType, MAX_ATTACHMENT_BYTES } from '../attachments/attachment-type.ts';
import { type LedgerContext, mineOf } from '../ledger-context.ts';
import { oneFile } from './one-file.ts';

interface AttachmentRequest {
  Params: { mine: string; sha256: string };
}

/** The files of evidence: handed in once, named by what they hold, given back as downloads that run nowhere. */
export const addAttachmentRoutes = (scope: FastifyInstance, context: LedgerContext): void => {
  const { as, clock, guard, folders, places, quota } = context;

  scope.post('/api/mines/:mine/attachments', { config: ofMine('attach-file') }, async (request, reply) => {
    const file = await context.uploads.take(guard.account(request).id, () =>
      oneFile(request, reply, MAX_ATTACHMENT_BYTES),
    );
    if (!file) return reply;
    const type = attachmentType(file.bytes);
    if (!type)
      return sendProblem(reply, {
        status: 415,
        title: 'Not a file that is taken',
        detail: `By what it holds, "${file.name}" is none of: ${Object.values(ATTACHMENT_TYPES).join(', ')}.`,
        mend: 'Hand it in as PDF, picture, XLSX, DOCX, DWG or text in UTF-8.',
      });
    const account = guard.account(request);
    const mine = mineOf(request);
    const hash = sha256Of(file.bytes);
    const kept = await withStore(reply, () =>
      as(account, async (tx) => {
        const known = await attachment(tx, mine, hash);
        const use = known ? null : await lockedUse(tx, mine, places.place(mine).county);
        const full = use && quotaProblem(use, quota, file.bytes.length);
        if (full) return { full };
        const row = await addAttachment(tx, {
          ...{ mine, sha256: hash, type, name: file.name, bytes: file.bytes.length },
          ...{ by_account: account.id, at: Math.round(clock()) },
        });
        // Last: where it cannot be written whole, nothing is said of it either.
        await keepAttachment(folders.attachments, type, file.bytes);
        return { row };
      }),
    );
    if (!kept) return reply;
    return kept.full ? sendProblem(reply, kept.full) : reply.code(201).send(kept.row);
  });

  scope.get<AttachmentRequest>(
    '/api/mines/:mine/attachments/:sha256',
    { config: ofMine('read') },
    async (request, reply) => {
      const { mine } = request.params;
      const mend = 'The name of an attachment is the SHA-256 that POST …/attachments answered.';
      const hash = checked(z.string().regex(/^[0-9a-f]{64}$/), request.params.sha256, reply, mend);
      if (!hash) return reply;
      const found = await withStore(reply, async () => ({
        file: await as(guard.account(request), (tx) => attachment(tx, mine, hash)),
      }));
      if (!found) return reply;
      const { file } = found;
      const name = file ? attachmentFileName(file.sha256, file.type) : '';
      const kept = file && (await readHandedIn(folders.attachments, name, file.sha256));
      if (kept?.is === 'altered') return sendProblem(reply, notWhatWasHandedIn(name, 'attachments'));
      if (!file || kept?.is !== 'whole')
        return sendProblem(reply, {
          status: 404,
          title: 'No such attachment',
          detail: file
            ? `The file ${name} is gone from the gateway's state folder.`
            : 'This mine handed in no such file.',
          mend: file ? 'Restore attachments/ from the backup of the state folder.' : mend,
        });
      reply
        .header(
          'content-disposition',
          `attachment; filename="${name}"; filename*=UTF-8''${encoded(file.name)}`,
        )
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-cache')
        .type(file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type);
      return reply.send(kept.bytes);
    },
  );
};

/** RFC 8187: what encodeURIComponent leaves and a header's extended value does not allow. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
