import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../../../domain/contracts/account.ts';
import { type MajorView, writeMajorSchema } from '../../../domain/contracts/major-hazard.ts';
import { type MajorRights, subjectOf } from '../../../domain/major-hazards/write-rules.ts';
import { countyOf, ofMine, PART_OF_COUNTY } from '../../accounts/access.ts';
import { NOT_ALLOWED } from '../../accounts/refusals.ts';
import { checked, withStore } from '../../live/routes/checked.ts';
import { sendProblem } from '../../problem.ts';
import { type LedgerContext, mineOf, minesOfCounty } from '../ledger-context.ts';
import { majorVersionOf, majorView } from '../major/read-major.ts';
import { writeMajor } from '../major/write-major.ts';
import { chainState } from '../store/chain-state.ts';
import { versionsOfHazard } from '../store/read-ledger.ts';
import { ON_MEND, onQuery } from './hazard-routes.ts';
import { sendConflict, sendRefused } from './refused.ts';

const TABLE = 'major_version';
const MAX_ENTRY_BYTES = 1024 * 1024;

interface SubjectRequest {
  Params: { mine: string; subject: string };
}

const NO_RULES = { repeat: null, listing: null } as const;

/** What the county's rule file says of major hazards; where it says nothing, why. */
export const majorRulesOf = async (
  { books }: LedgerContext,
  county: string | null,
): Promise<MajorView['rules']> => {
  if (county === null) return { ...NO_RULES, problem: 'no county lists this mine' };
  if (books === null) return { ...NO_RULES, problem: 'the gateway was given no rule files' };
  const { book, problem, file } = await books.of(county);
  if (!book) return { ...NO_RULES, problem: problem ?? `${file} is not there` };
  const { repeat = null, listing = null } = book.majorHazards ?? {};
  return { repeat, listing, problem: repeat === null ? `${file} has no majorHazards.repeat` : null };
};

const majorRights = ({ guard }: LedgerContext, account: Account, mine: string): MajorRights => ({
  report: guard.may(account, 'write-hazard', mine),
  list: guard.may(account, 'list-major-hazard', mine),
  close: guard.may(account, 'close-hazard', mine),
});

/** Major hazards and monthly surveys: domain/contracts/major-hazard.ts says what each route answers. */
export const addMajorRoutes = (scope: FastifyInstance, context: LedgerContext): void => {
  const { as, clock, folders, grounds, guard, places, turns } = context;

  const sendView = async (
    request: FastifyRequest,
    reply: FastifyReply,
    of: { readonly county: string | null; readonly mines: readonly string[] },
  ) => {
    const query = checked(onQuery, request.query, reply, ON_MEND);
    if (!query) return reply;
    const o = { on: query.on ?? null, now: clock(), rules: await majorRulesOf(context, of.county) };
    const view = await withStore(reply, () => as(guard.account(request), (tx) => majorView(tx, of.mines, o)));
    return view ? reply.send(view) : reply;
  };

  scope.get('/api/counties/:county/major-hazards', { config: PART_OF_COUNTY }, (request, reply) => {
    const county = countyOf(request);
    return sendView(request, reply, {
      county,
      mines: minesOfCounty(context, guard.account(request), county),
    });
  });
  scope.get('/api/mines/:mine/major-hazards', { config: ofMine('read') }, (request, reply) => {
    const mine = mineOf(request);
    return sendView(request, reply, { county: places.place(mine).county, mines: [mine] });
  });

  scope.get<SubjectRequest>(
    '/api/mines/:mine/major-hazards/:subject/versions',
    { config: ofMine('read') },
    async (request, reply) => {
      const { mine, subject } = request.params;
      const found = await withStore(reply, async () => ({
        rows: await as(guard.account(request), (tx) => versionsOfHazard(tx, mine, subject, TABLE)),
      }));
      if (!found) return reply;
      if (found.rows) return reply.send(found.rows.map(majorVersionOf));
      return sendProblem(reply, {
        status: 404,
        title: 'No such entry',
        detail: `This mine has no major hazard, survey or answer "${subject}".`,
        mend: 'Ask for hazard:ID, survey:YYYY-MM or answer:YYYY-MM-DD; GET …/major-hazards lists them.',
      });
    },
  );

  scope.post(
    '/api/mines/:mine/major-hazards',
    { config: ofMine('read'), bodyLimit: MAX_ENTRY_BYTES },
    async (request, reply) => {
      const [mine, account] = [mineOf(request), guard.account(request)];
      const rights = majorRights(context, account, mine);
      if (!rights.report && !rights.list && !rights.close)
        return sendProblem(reply, NOT_ALLOWED(account, 'list-major-hazard'));
      const mend =
        'Send {"base": number or null, "reason": "text", "entry": {"kind": "hazard", "survey" or "answer", …}}.';
      const wanted = checked(writeMajorSchema, request.body, reply, mend);
      if (!wanted) return reply;
      const fromMine = (await grounds.placesOf([mine])).of(mine);
      const { repeat } = await majorRulesOf(context, places.place(mine).county);
      const by = { account: account.id, name: account.name };
      const o = { by, rights, now: clock(), repeat, fromMine };
      const written = await withStore(reply, () =>
        turns.take(mine, () => as(account, (tx) => writeMajor(tx, mine, wanted, o))),
      );
      if (!written) return reply;
      if (written.kind === 'refused') return sendRefused(reply, written.refusals);
      if (written.kind === 'written') return reply.code(201).send(majorVersionOf(written.row));
      const what = `entry "${subjectOf(wanted.entry)}"`;
      return sendConflict(reply, { what, base: wanted.base, last: written.last, json: majorVersionOf });
    },
  );

  scope.get('/api/mines/:mine/major-chain', { config: ofMine('read') }, async (request, reply) => {
    const state = await withStore(reply, () =>
      chainState((work) => as(guard.account(request), work), {
        ...{ mine: mineOf(request), now: clock(), attachments: folders.attachments, table: TABLE },
      }),
    );
    return state ? reply.send(state) : reply;
  });
};
