import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  MAX_SCAN_BYTES,
  MOST_PLANS,
  makePlanSchema,
  type PlanList,
  SCAN_TYPES,
  scanQuerySchema,
} from '../../../domain/contracts/plans.ts';
import { ofMine } from '../../accounts/access.ts';
import { notWhatWasHandedIn, readHandedIn } from '../../handed-in-file.ts';
import { type Problem, sendProblem } from '../../problem.ts';
import { checked, withStore } from '../routes/checked.ts';
import type { MineRequest, RouteContext } from '../routes/live-routes.ts';
import { bundleFeatures } from './bundle-features.ts';
import { isScanType, keepScan, looksLike, scanFileName } from './scan-files.ts';

export interface PlanFolders {
  readonly bundlesRoot: string;
  /** Signed papers lie in it under their hashes; nothing else does. */
  readonly scans: string;
}

type PlanRequest = { Params: MineRequest['Params'] & { id: string } };
const ID_MEND = 'The id is what POST …/plans answered.';

const NO_PLAN: Problem = {
  status: 404,
  title: 'No such plan',
  detail: 'This mine has no plan of that id.',
  mend: 'GET …/plans lists them.',
};
const NOT_A_SCAN: Problem = {
  status: 415,
  title: 'Not a scan',
  detail: `A signed paper is taken as ${Object.keys(SCAN_TYPES).join(', ')}, and must begin as such a file does.`,
  mend: 'Scan the paper as PDF, PNG or JPEG.',
};

/** The register of as-built plans and their signed papers (domain/contracts/plans.ts). */
export const addPlanRoutes = (
  scope: FastifyInstance,
  { guard, sideOf, storeOf }: RouteContext,
  folders: PlanFolders,
): void => {
  scope.get<MineRequest>('/api/mines/:mine/plans', { config: ofMine('read') }, async (request, reply) => {
    const side = sideOf(request, reply);
    const plans = side && (await withStore(reply, () => storeOf(request).plans(side.mine)));
    if (!side || !plans) return reply;
    const list: PlanList = { plans, rules: side.live.setup.rules.asBuiltPlans ?? [] };
    return reply.send(list);
  });

  scope.post<MineRequest>(
    '/api/mines/:mine/plans',
    { config: ofMine('register-plan') },
    async (request, reply) => {
      const side = sideOf(request, reply);
      const mend = 'Send {"title": "text", "surveyDate": "yyyy-mm-dd" or null, "by": "name"} as JSON.';
      const wanted = side && checked(makePlanSchema, request.body, reply, mend);
      if (!side || !wanted) return reply;
      const now = await bundleFeatures(join(folders.bundlesRoot, side.mine));
      const made = await withStore(reply, async () => ({
        plan: await storeOf(request).makePlan(side.mine, {
          ...wanted,
          ...now,
          by: guard.account(request).name,
        }),
      }));
      if (!made) return reply;
      if (made.plan) return reply.code(201).send(made.plan);
      return sendProblem(reply, {
        status: 409,
        title: 'The register is full',
        detail: `${MOST_PLANS} plans of this mine are registered already.`,
        mend: 'Ask whoever runs the gateway to move old entries to an archive.',
      });
    },
  );

  scope.get<PlanRequest>(
    '/api/mines/:mine/plans/:id/features',
    { config: ofMine('read') },
    async (request, reply) => {
      const side = sideOf(request, reply);
      const id = side && checked(z.uuid(), request.params.id, reply, ID_MEND);
      if (!side || !id) return reply;
      const found = await withStore(reply, async () => ({
        features: await storeOf(request).planFeatures(side.mine, id),
      }));
      if (!found) return reply;
      return found.features ? reply.send({ features: found.features }) : sendProblem(reply, NO_PLAN);
    },
  );

  void scope.register(async (uploads) => {
    // In a scope of its own: nowhere else are bodies so large, or anything but JSON.
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser(
      Object.keys(SCAN_TYPES),
      { parseAs: 'buffer', bodyLimit: MAX_SCAN_BYTES },
      (_request, body, done) => done(null, body),
    );
    uploads.put<PlanRequest>(
      '/api/mines/:mine/plans/:id/scan',
      { bodyLimit: MAX_SCAN_BYTES, config: ofMine('register-plan') },
      async (request, reply) => {
        const side = sideOf(request, reply);
        const id = side && checked(z.uuid(), request.params.id, reply, ID_MEND);
        const who = id && checked(scanQuerySchema, request.query, reply, 'Say who hands it in: ?by=name.');
        if (!side || !id || !who) return reply;
        const type = request.headers['content-type']?.split(';')[0]?.trim() ?? '';
        const bytes = request.body as Buffer;
        if (!isScanType(type) || !Buffer.isBuffer(bytes) || !looksLike(type, bytes))
          return sendProblem(reply, NOT_A_SCAN);
        const known = await withStore(reply, async () => ({
          plan: (await storeOf(request).plans(side.mine)).find((plan) => plan.id === id) ?? null,
        }));
        if (!known) return reply;
        if (!known.plan) return sendProblem(reply, NO_PLAN);
        if (known.plan.scan) return sendProblem(reply, TAKEN);
        const sha256 = await keepScan(folders.scans, type, bytes);
        const kept = await withStore(reply, async () => ({
          plan: await storeOf(request).attachScan(side.mine, id, {
            sha256,
            type,
            bytes: bytes.length,
            by: guard.account(request).name,
          }),
        }));
        if (!kept) return reply;
        if (kept.plan === 'taken') return sendProblem(reply, TAKEN);
        return kept.plan ? reply.send(kept.plan) : sendProblem(reply, NO_PLAN);
      },
    );
  });

  scope.get<PlanRequest>(
    '/api/mines/:mine/plans/:id/scan',
    { config: ofMine('read') },
    async (request, reply) => {
      const side = sideOf(request, reply);
      const id = side && checked(z.uuid(), request.params.id, reply, ID_MEND);
      if (!side || !id) return reply;
      const found = await withStore(reply, async () => ({
        scan: (await storeOf(request).plans(side.mine)).find((plan) => plan.id === id)?.scan ?? null,
      }));
      if (!found) return reply;
      const name = found.scan ? scanFileName(found.scan.sha256, found.scan.type) : '';
      const kept = found.scan && (await readHandedIn(folders.scans, name, found.scan.sha256));
      if (kept?.is === 'altered') return sendProblem(reply, notWhatWasHandedIn(name, 'scans'));
      if (!found.scan || kept?.is !== 'whole')
        return sendProblem(reply, {
          ...NO_PLAN,
          title: 'No scan',
          detail: found.scan
            ? `The file ${name} is gone from the gateway's state folder.`
            : 'No signed paper was handed in for this plan.',
          mend: found.scan
            ? 'Restore scans/ from the backup of the state folder.'
            : 'PUT …/scan hands one in.',
        });
      // What somebody handed in is a download, and runs nowhere.
      reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-cache')
        .type(found.scan.type);
      return reply.send(kept.bytes);
    },
  );
};

const TAKEN: Problem = {
  status: 409,
  title: 'Signed already',
  detail: 'A signed paper was handed in for this plan, and stays.',
  mend: 'Register a new plan for a new paper.',
};
