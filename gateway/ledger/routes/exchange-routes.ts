import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { whyFarSchema } from '../../../domain/contracts/ledger.ts';
import { dayEnd } from '../../../domain/county/day-end.ts';
import { movedDeadline } from '../../../domain/hazards/moved-deadline.ts';
import { countyOf, ofMine, PART_OF_COUNTY, SIGNED_IN } from '../../accounts/access.ts';
import { checked, withStore } from '../../live/routes/checked.ts';
import { sendProblem } from '../../problem.ts';
import type { FileWanted } from '../exchange/file-desk.ts';
import { readUpload, UploadRefused } from '../exchange/read-upload.ts';
import { LEDGER_FORMATS, type UploadFormat, uploadFormat } from '../exchange/upload-format.ts';
import { importLedger } from '../import-ledger.ts';
import { type LedgerContext, mineOf, minesOfCounty, originMarks, writeRights } from '../ledger-context.ts';
import { deadlinesOf, lastVersions, versionRows } from '../store/read-ledger.ts';
import { ON_MEND, onQuery } from './hazard-routes.ts';
import { oneFile } from './one-file.ts';

/** A file to be read in is no larger than this. */
const MAX_UPLOAD_BYTES = 32 * 1024 * 1024;

export const importQuery = z.object({
  dry: z.enum(['true', 'false']).describe('true: nothing is written'),
  whyFar: whyFarSchema.optional().describe('why places of the file lie far from the mine'),
});

const NOT_READ = {
  broken: {
    status: 422,
    title: 'The file cannot be read',
    mend: 'Open and save it with the program that made it, and try again.',
  },
  'too-large': { status: 413, title: 'The file is too much', mend: 'Hand it in in parts.' },
  busy: { status: 503, title: 'Too many uploads', mend: 'Try again in a minute.' },
} as const;

/** The ledger as files, and files into the ledger. */
export const addExchangeRoutes = (scope: FastifyInstance, context: LedgerContext): void => {
  const { as, clock, files, grounds, guard, folders, places, turns } = context;

  const ofOneMine = (mine: string) => ({ name: mine, county: places.place(mine).county, mines: [mine] });

  const sendFile = (reply: FastifyReply, name: string, format: UploadFormat, bytes: Buffer | string) =>
    reply
      .header('content-disposition', `attachment; filename="${name}.${format}"`)
      .header('x-content-type-options', 'nosniff')
      .type(LEDGER_FORMATS[format])
      .send(bytes);

  const sendExport = async (
    request: FastifyRequest,
    reply: FastifyReply,
    of: { readonly name: string; readonly county: string | null; readonly mines: readonly string[] },
    format: UploadFormat,
  ) => {
    const query = checked(onQuery, request.query, reply, ON_MEND);
    if (!query) return reply;
    const before = query.on === undefined ? null : dayEnd(query.on);
    const versions = await withStore(reply, () =>
      as(guard.account(request), async (tx) => {
        const all: FileWanted['versions'][number][] = [];
        const last = await lastVersions(tx, of.mines, before);
        const deadlines = last.map((one) => movedDeadline(deadlinesOf(one.deadlines)));
        for await (const rows of versionRows(tx, last))
          for (const { number, content } of rows)
            all.push({ number, content, movedDeadline: deadlines[all.length] ?? null });
        return all;
      }),
    );
    if (!versions) return reply;
    const name = `ledger-${of.name}${query.on ? `-${query.on}` : ''}`;
    const marks = await originMarks(context, of);
    const wanted = { format, versions, marks, folder: folders.uploads };
    return sendFile(reply, name, format, await files.ledger(wanted));
  };

  for (const format of Object.keys(LEDGER_FORMATS) as UploadFormat[]) {
    scope.get(`/api/mines/:mine/ledger-export.${format}`, { config: ofMine('read') }, (request, reply) =>
      sendExport(request, reply, ofOneMine(mineOf(request)), format),
    );
    scope.get(
      `/api/counties/:county/ledger-export.${format}`,
      { config: PART_OF_COUNTY },
      (request, reply) => {
        const county = countyOf(request);
        const mines = minesOfCounty(context, guard.account(request), county);
        return sendExport(request, reply, { name: county, county, mines }, format);
      },
    );
  }

  scope.get('/api/ledger-template.xlsx', { config: SIGNED_IN }, async (_request, reply) => {
    const wanted = {
      format: 'xlsx',
      versions: [],
      marks: new Map<string, string>(),
      folder: folders.uploads,
    } as const;
    return sendFile(reply, 'ledger-template', 'xlsx', await files.ledger(wanted));
  });

  scope.post(
    '/api/mines/:mine/ledger-import',
    { config: ofMine('import-ledger') },
    async (request, reply) => {
      const query = checked(
        importQuery,
        request.query,
        reply,
        'Ask with ?dry=true to look first, ?dry=false to take it.',
      );
      if (!query) return reply;
      const file = await context.uploads.take(guard.account(request).id, () =>
        oneFile(request, reply, MAX_UPLOAD_BYTES),
      );
      if (!file) return reply;
      const format = uploadFormat(file.bytes);
      if (!format)
        return sendProblem(reply, {
          status: 415,
          title: 'Not a ledger',
          detail: `By what it holds, "${file.name}" is neither a workbook (XLSX) nor GeoJSON nor a GeoPackage.`,
          mend: 'Fill in GET /api/ledger-template.xlsx, or hand in what …/ledger-export gives.',
        });
      const [mine, account] = [mineOf(request), guard.account(request)];
      const read = await readUpload({ format, bytes: file.bytes, mine, folder: folders.uploads }).catch(
        (error: unknown) => {
          if (error instanceof UploadRefused) return error;
          throw error;
        },
      );
      if (read instanceof UploadRefused)
        return sendProblem(reply, { ...NOT_READ[read.why], detail: `"${file.name}": ${read.message}.` });
      const o = {
        ...{ by: { account: account.id, name: account.name }, now: clock(), file: file.name },
        // Whoever may import a ledger writes what it says; accepting and closing stay with those who may, in another version.
        rights: { ...writeRights(context, account, mine), write: true },
        dry: query.dry === 'true',
        mark: (await originMarks(context, ofOneMine(mine))).get(mine) ?? null,
        fromMine: (await grounds.placesOf([mine])).of(mine),
        whyFar: query.whyFar ?? null,
      };
      const done = await withStore(reply, () =>
        turns.take(mine, () => as(account, (tx) => importLedger(tx, mine, read, o))),
      );
      if (done && !done.dry) context.writes.count++;
      return done ? reply.send(done) : reply;
    },
  );
};
