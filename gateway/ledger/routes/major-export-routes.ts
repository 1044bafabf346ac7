import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { countyDay } from '../../../domain/county/county-day.ts';
import { originMark, SYNTHETIC_MARK } from '../../../domain/hazards/exchange/origin-mark.ts';
import { majorTables } from '../../../domain/major-hazards/major-tables.ts';
import { countyOf, ofMine, PART_OF_COUNTY } from '../../accounts/access.ts';
import { checked, withStore } from '../../live/routes/checked.ts';
import { LEDGER_FORMATS } from '../exchange/upload-format.ts';
import { type LedgerContext, mineOf, minesOfCounty, originMarks } from '../ledger-context.ts';
import { majorView } from '../major/read-major.ts';
import { ON_MEND, onQuery } from './hazard-routes.ts';
import { majorRulesOf } from './major-routes.ts';

/** Of mines whose county cannot be opened: a sheet says it of all its rows, so what is worst to mistake is said. */
const markOfAll = async (
  context: LedgerContext,
  of: { readonly county: string | null; readonly mines: readonly string[] },
): Promise<string | null> => {
  const marks = new Set((await originMarks(context, of)).values());
  return marks.has(SYNTHETIC_MARK) ? SYNTHETIC_MARK : ([...marks][0] ?? null);
};

/** Major hazards as a workbook to file and to hand on. */
export const addMajorExportRoutes = (scope: FastifyInstance, context: LedgerContext): void => {
  const { as, clock, files, guard, places } = context;

  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    of: { readonly name: string; readonly county: string | null; readonly mines: readonly string[] },
  ) => {
    const query = checked(onQuery, request.query, reply, ON_MEND);
    if (!query) return reply;
    const o = { on: query.on ?? null, now: clock(), rules: await majorRulesOf(context, of.county) };
    const view = await withStore(reply, () => as(guard.account(request), (tx) => majorView(tx, of.mines, o)));
    if (!view) return reply;
    const opened = of.county === null ? null : ((await context.counties?.open(of.county)) ?? null);
    const bundle = opened && 'bundle' in opened ? opened.bundle : null;
    const bytes = await files.workbook(
      majorTables(view, {
        of:
          bundle && of.name === of.county
            ? bundle.catalog.name.zh
            : (bundle?.mine.get(of.name)?.name.zh ?? of.name),
        nameOfMine: (mine) => bundle?.mine.get(mine)?.name.zh ?? mine,
        mark: bundle ? originMark(bundle.catalog.provenance) : await markOfAll(context, of),
        day: view.on ?? countyDay(clock()),
      }),
    );
    const day = query.on ? `-${query.on}` : '';
    return reply
      .header('content-disposition', `attachment; filename="major-hazards-${of.name}${day}.xlsx"`)
      .header('x-content-type-options', 'nosniff')
      .type(LEDGER_FORMATS.xlsx)
      .send(bytes);
  };

  scope.get('/api/counties/:county/major-export.xlsx', { config: PART_OF_COUNTY }, (request, reply) => {
    const county = countyOf(request);
    const mines = minesOfCounty(context, guard.account(request), county);
    return send(request, reply, { name: county, county, mines });
  });
  scope.get('/api/mines/:mine/major-export.xlsx', { config: ofMine('read') }, (request, reply) => {
    const mine = mineOf(request);
    return send(request, reply, { name: mine, county: places.place(mine).county, mines: [mine] });
  });
};
