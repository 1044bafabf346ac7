import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../../../domain/contracts/account.ts';
import type { Bilingual } from '../../../domain/contracts/bilingual.ts';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import {
  type HazardPage,
  type HazardStatistics,
  ledgerQuerySchema,
  type PlacedHazard,
  ROWS_A_PAGE,
  statisticsQuerySchema,
} from '../../../domain/contracts/ledger-list.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { dayEnd } from '../../../domain/county/day-end.ts';
import { outsideRegister } from '../../../domain/county/outside-register.ts';
import { hazardFacts } from '../../../domain/hazards/hazard-row.ts';
import { monthEnds, spanFlows } from '../../../domain/hazards/monthly-flow.ts';
import { stockCounts } from '../../../domain/hazards/stock-counts.ts';
import { countyOf, ofMine, PART_OF_COUNTY } from '../../accounts/access.ts';
import { createKeptAnswers, JSON_TYPE } from '../../county/kept-answers.ts';
import { outsideNames } from '../../county/outside-names.ts';
import { checked, withStore } from '../../live/routes/checked.ts';
import { type LedgerContext, mineOf, minesOfCounty } from '../ledger-context.ts';
import { createLedgerLists, type ListOrder } from '../list/ledger-lists.ts';
import { lastVersions, versionContents } from '../store/read-ledger.ts';
import { ON_MEND, onQuery } from './hazard-routes.ts';

/** Pages and counts kept packed; a page is some 90 KB. */
const MOST_ANSWERS = 100;

const several = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]));

interface Scope {
  readonly mines: readonly string[];
  readonly county: string | null;
}

/** Who looks at a ledger first need not wait until it is read: that begins when the gateway listens, and ends with it. */
const warmOnceListening = (scope: FastifyInstance, warm: (goOn: () => boolean) => Promise<void>): void => {
  let isOpen = true;
  let warming: Promise<void> | undefined;
  scope.addHook('onListen', async () => {
    warming = warm(() => isOpen).catch((error: unknown) => {
      // It is read when it is asked for, which then says what is wrong.
      scope.log.warn(error, 'the ledger was not read ahead');
    });
  });
  scope.addHook('preClose', async () => {
    isOpen = false;
    await warming;
  });
};

/** The ledger as rows, as counts and as places: what follows from each hazard's last version on a day. */
export const addListRoutes = (scope: FastifyInstance, context: LedgerContext): void => {
  const { as, bundlesRoot, clock, counties, guard, places, whole } = context;
  const lists = createLedgerLists(context);
  const answers = createKeptAnswers(MOST_ANSWERS);
  warmOnceListening(scope, (goOn) => lists.warm(whole, goOn));

  const ofCountyAsked = (request: FastifyRequest): Scope => {
    const county = countyOf(request);
    return { mines: minesOfCounty(context, guard.account(request), county), county };
  };
  const ofMineAsked = (request: FastifyRequest): Scope => {
    const mine = mineOf(request);
    return { mines: [mine], county: places.place(mine).county };
  };

  const open = (request: FastifyRequest, reply: FastifyReply, { mines }: Scope, on: string | null) =>
    withStore(reply, () =>
      lists.open({ account: guard.account(request), mines, on, today: countyDay(clock()) }),
    );

  /** By the county's register; mines that are not in it by their bundles, else by their ids. */
  const namesOf = async (
    account: Account,
    county: string | null,
  ): Promise<Pick<ListOrder, 'nameOfMine' | 'names'>> => {
    const opened = county === null ? null : ((await counties?.open(county)) ?? null);
    const bundle = opened && 'bundle' in opened ? opened.bundle : null;
    const outside = bundle
      ? await outsideNames(bundlesRoot, outsideRegister(guard.minesOf(account, county!), bundle.mine))
      : [];
    const others = new Map(outside.map(({ id, name }) => [id, name]));
    const nameOfMine = (mine: string): Bilingual =>
      bundle?.mine.get(mine)?.name ?? others.get(mine) ?? { zh: mine, en: mine };
    return { nameOfMine, names: JSON.stringify([bundle?.catalog.revision ?? '', ...others]) };
  };

  const sendPage = async (request: FastifyRequest, reply: FastifyReply, of: Scope) => {
    const asked = checked(ledgerQuerySchema, request.query, reply, PAGE_MEND);
    if (!asked) return reply;
    const list = await open(request, reply, of, asked.on ?? null);
    if (!list) return reply;
    const lacking = asked.lacking === 'true';
    const order: ListOrder = {
      query: {
        text: asked.text ?? '',
        categories: several(asked.category),
        states: several(asked.state),
        corroborations: several(asked.corroboration),
        mines: several(asked.mine),
        incomplete: asked.incomplete === 'true',
        overdue: asked.overdue === 'true',
        far: asked.far === 'true',
        moved: asked.moved === 'true',
        sort: asked.sort ?? 'urgency',
        descending: asked.descending === 'true',
      },
      lacking,
      language: asked.language ?? 'zh',
      ...(await namesOf(guard.account(request), of.county)),
    };
    const { from = 0, count = ROWS_A_PAGE, find } = asked;
    const make = async (): Promise<string> => {
      const rows = await lists.ordered(list, order);
      const at = find === undefined ? -1 : rows.findIndex(({ mine, id }) => `${mine}_${id}` === find);
      const first = at < 0 ? from : at - (at % count);
      const page: HazardPage = {
        on: asked.on ?? null,
        revision: list.revision,
        all: lacking ? list.rows.filter((row) => row.lacksCorroboration).length : list.rows.length,
        kept: rows.length,
        from: first,
        rows: rows.slice(first, first + count),
      };
      return JSON.stringify(page);
    };
    const { query, language, names } = order;
    const key = JSON.stringify([list.revision, query, lacking, language, names, from, count, find]);
    return answers.sendLater(request, reply, { key, type: JSON_TYPE, make });
  };

  const sendStatistics = async (request: FastifyRequest, reply: FastifyReply, of: Scope) => {
    const asked = checked(statisticsQuerySchema, request.query, reply, STATISTICS_MEND);
    if (!asked) return reply;
    const { on = null, months = 0 } = asked;
    const list = await open(request, reply, of, on);
    if (!list) return reply;
    const make = async (): Promise<string> => {
      const days = monthEnds(list.day, months);
      const histories = months === 0 ? [] : await lists.histories({ account: guard.account(request), ...of });
      const statistics: HazardStatistics = {
        on,
        revision: list.revision,
        counts: stockCounts(list.rows),
        mines: [...new Set(list.rows.map(({ mine }) => mine))],
        flows: spanFlows(histories, days),
      };
      return JSON.stringify(statistics);
    };
    const key = `${list.revision} counts ${months}`;
    return (
      (await withStore(reply, () => answers.sendLater(request, reply, { key, type: JSON_TYPE, make }))) ??
      reply
    );
  };

  scope.get('/api/counties/:county/hazards', { config: PART_OF_COUNTY }, (request, reply) =>
    sendPage(request, reply, ofCountyAsked(request)),
  );
  scope.get('/api/mines/:mine/hazards', { config: ofMine('read') }, (request, reply) =>
    sendPage(request, reply, ofMineAsked(request)),
  );
  scope.get('/api/counties/:county/hazard-statistics', { config: PART_OF_COUNTY }, (request, reply) =>
    sendStatistics(request, reply, ofCountyAsked(request)),
  );
  scope.get('/api/mines/:mine/hazard-statistics', { config: ofMine('read') }, (request, reply) =>
    sendStatistics(request, reply, ofMineAsked(request)),
  );

  scope.get('/api/mines/:mine/hazard-places', { config: ofMine('read') }, async (request, reply) => {
    const query = checked(onQuery, request.query, reply, ON_MEND);
    if (!query) return reply;
    const mine = mineOf(request);
    const before = query.on === undefined ? null : dayEnd(query.on);
    const hazards = await withStore(reply, () =>
      as(guard.account(request), async (tx) => {
        const placed: PlacedHazard[] = [];
        for await (const rows of versionContents(tx, await lastVersions(tx, [mine], before)))
          for (const { content, number } of rows) {
            const hazard = JSON.parse(content) as Hazard;
            const { id, title, category, state, corroboration, inDoubt } = hazardFacts(hazard, {
              number,
              writtenAt: '',
              movedDeadline: null,
            });
            const { place, elevation = null } = hazard;
            placed.push({ mine, id, title, category, state, corroboration, inDoubt, place, elevation });
          }
        return placed;
      }),
    );
    return hazards ? reply.send({ on: query.on ?? null, hazards }) : reply;
  });
};

const PAGE_MEND =
  'Ask as ?sort=urgency&from=0&count=200, with on, text, state, corroboration, category, mine, incomplete, overdue, moved, lacking, far as GET /api/openapi.json tells.';
const STATISTICS_MEND = 'Ask as ?on=YYYY-MM-DD&months=12; without them as it is now, and without months.';
