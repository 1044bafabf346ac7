import type { CountySite } from '../contracts/county.ts';
import type { SiteClassRule, SiteCondition, SiteFlagRule, SiteRules } from '../contracts/site-rules.ts';
import { addMonths } from '../county-duties/calendar-day.ts';

/** Of a county that wrote none. */
export const NO_SITE_RULES: SiteRules = { classes: [], flags: [] };

/** How a site stands to one flag of its county. */
export interface SiteFlag {
  readonly rule: SiteFlagRule;
  /** `unknown`: fields nobody filled in might make it so. */
  readonly answer: 'found' | 'denied' | 'unknown';
  /** Of `found`: what makes it so. */
  readonly because: readonly SiteCondition[];
  /** Of `unknown`: ids of the fields that would tell. */
  readonly missing: readonly string[];
}

/** The class a site is of; `rule` null: of none (`isKnown`), or nobody can tell. */
export interface SiteClass {
  readonly rule: SiteClassRule | null;
  readonly isKnown: boolean;
  readonly missing: readonly string[];
}

export interface SiteStanding {
  /** null: its kind has no classes. */
  readonly class: SiteClass | null;
  /** Those it is concerned by, or may be. */
  readonly flags: readonly SiteFlag[];
}

/** Whether a condition holds, and by lack of which fields nobody can tell (`holds` null). */
interface Held {
  readonly holds: boolean | null;
  readonly missing: readonly string[];
}

const COMPARES: Readonly<Record<NonNullable<SiteCondition['op']>, (a: number, b: number) => boolean>> = {
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '<': (a, b) => a < b,
};

const held = (condition: SiteCondition, fields: CountySite['fields'], today: string): Held => {
  const own = heldAlone(condition, fields, today);
  const { only } = condition;
  if (!only || own.holds === false) return own;
  const beside = fields[only.field] ?? null;
  if (beside === null) return { holds: null, missing: [only.field, ...own.missing] };
  return only.is.includes(String(beside)) ? own : { holds: false, missing: [] };
};

const heldAlone = (
  { field, op, value, of, yearsOver, is, measured }: SiteCondition,
  fields: CountySite['fields'],
  today: string,
): Held => {
  const own = fields[field] ?? null;
  const lacks = (...missing: string[]): Held => ({ holds: null, missing });
  if (own === null) return lacks(field);
  if (measured && fields[measured.field] !== measured.is) return lacks(measured.field);
  if (is !== undefined)
    return { holds: Array.isArray(is) ? is.includes(String(own)) : own === is, missing: [] };
  if (yearsOver !== undefined) {
    // Over three years means that the day three years later has gone by; a day to come is a slip of the pen.
    if (typeof own !== 'string' || own > today) return lacks(field);
    return { holds: addMonths(own, Math.round(yearsOver * 12)) < today, missing: [] };
  }
  const bound = of === undefined ? value : fields[of];
  if (typeof own !== 'number' || op === undefined) return lacks(field);
  if (typeof bound !== 'number') return lacks(of ?? field);
  return { holds: COMPARES[op](own, bound), missing: [] };
};

const missingOf = (all: readonly Held[]): string[] => [
  ...new Set(all.flatMap(({ holds, missing }) => (holds === null ? missing : []))),
];

const all = (of: readonly Held[]): boolean | null =>
  of.some(({ holds }) => holds === false) ? false : of.every(({ holds }) => holds === true) ? true : null;

type Judged = Pick<CountySite, 'kind' | 'fields'>;

const flagOf = (rule: SiteFlagRule, { fields }: Judged, today: string): SiteFlag | null => {
  const where = rule.where.map((one) => held(one, fields, today));
  const any = rule.anyOf.map((one) => held(one, fields, today));
  const concerned = all(where);
  if (concerned === false) return null;
  const because = rule.anyOf.filter((_, i) => any[i]!.holds === true);
  const isDenied = any.every(({ holds }) => holds === false);
  if (isDenied) return { rule, answer: 'denied', because: [], missing: [] };
  if (concerned && because.length > 0) return { rule, answer: 'found', because, missing: [] };
  // What is found would be so whatever else is missing: only whom it is about is still open then.
  const open = because.length > 0 ? where : [...where, ...any];
  return { rule, answer: 'unknown', because: [], missing: missingOf(open) };
};

/** The first class that holds; one before it that nobody can tell leaves it open. */
const classOf = (rules: readonly SiteClassRule[], { fields }: Judged, today: string): SiteClass => {
  for (const rule of rules) {
    const where = rule.where.map((one) => held(one, fields, today));
    const holds = all(where);
    if (holds === true) return { rule, isKnown: true, missing: [] };
    if (holds === null) return { rule: null, isKnown: false, missing: missingOf(where) };
  }
  return { rule: null, isKnown: true, missing: [] };
};

/**
 * How a site stands to its county's rules.
 * @param on null: now. What a site's fields say is known of now only, so on another day every answer is unknown
 * @param today YYYY-MM-DD, the county's calendar day
 */
export const siteStanding = (
  site: Judged,
  rules: SiteRules,
  on: string | null,
  today: string,
): SiteStanding => {
  const asked = on === null ? site : { ...site, fields: {} };
  const classes = rules.classes.filter(({ kind }) => kind === site.kind);
  return {
    class: classes.length === 0 ? null : classOf(classes, asked, today),
    flags: rules.flags.flatMap((rule) => {
      const flag = rule.kinds.includes(site.kind) ? flagOf(rule, asked, today) : null;
      return flag ? [flag] : [];
    }),
  };
};

/** What of it is filtered and counted by: `TSF_CLOSE` found, `TSF_CLOSE-unknown`, the class, and `dust-unknown` where its class is. */
export const marksOf = (site: Pick<CountySite, 'kind'>, standing: SiteStanding): string[] => [
  ...(standing.class === null
    ? []
    : standing.class.rule
      ? [standing.class.rule.id]
      : standing.class.isKnown
        ? []
        : [unknownMark(site.kind)]),
  ...standing.flags.flatMap(({ rule, answer }) =>
    answer === 'denied' ? [] : [answer === 'found' ? rule.id : unknownMark(rule.id)],
  ),
];

/** The mark of those of which nobody can tell; of a rule's id, or of a kind for its classes. */
export const unknownMark = (of: string): string => `${of}-unknown`;

/** The worst a site's flags say; null: it has none that concerns it, or all are denied. */
export const worstAnswer = ({ flags }: SiteStanding): 'found' | 'unknown' | null =>
  flags.some(({ answer }) => answer === 'found')
    ? 'found'
    : flags.some(({ answer }) => answer === 'unknown')
      ? 'unknown'
      : null;
