import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import type { SiteField } from './site-field.ts';
import { SITE_KIND_IDS, type SiteKind } from './site-kind-ids.ts';
import { SITE_KINDS } from './site-kinds.ts';

/**
 * What a county says of its other places of risk, as data (`sites` of its rule file): classes they are sorted into, and flags they are
 * found with. Code holds no number of its own; a field nobody filled in makes the answer unknown, never good.
 */

const conditionSchema = z.strictObject({
  field: z.string().min(1).describe('a field of the kind, by its id'),
  /** Of a number: how it stands to `value`, or to the field `of`. */
  op: z.enum(['>=', '>', '<=', '<']).optional(),
  value: z.number().optional(),
  of: z.string().optional().describe('another number of the site'),
  /** Of a day: more than so many years ago. */
  yearsOver: z.number().positive().optional(),
  /** Of a choice or of yes and no: one of these. */
  is: z.union([z.string(), z.boolean(), z.array(z.string()).min(1)]).optional(),
  /** The number counts only where the site says it is measured so; said otherwise, or not said, it is not known. */
  measured: z.strictObject({ field: z.string(), is: z.string() }).optional(),
  /** Holds only where a choice is one of these too: a pond in use was not put out of use on any day. */
  only: z.strictObject({ field: z.string(), is: z.array(z.string()).min(1) }).optional(),
});
export type SiteCondition = z.output<typeof conditionSchema>;

/** Ids stand in links, joined by dots. */
const ruleId = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'capitals, digits and _, like TSF_CLOSE');

const common = {
  id: ruleId,
  name: bilingualSchema,
  jurisdiction: z.string().min(1),
  clause: z.string().min(1).describe('document and clause it is written in'),
  status: z.string().min(1).describe('how well the source is verified'),
  note: z.string().optional(),
};

const isOfType = (field: SiteField | undefined, types: readonly SiteField['type'][]): boolean =>
  field !== undefined && types.includes(field.type);

/** What is wrong with a condition on sites of a kind; null: nothing. */
const faultOf = (kind: SiteKind, { field, op, value, of, yearsOver, is, measured, only }: SiteCondition) => {
  const fields = new Map(SITE_KINDS[kind].fields.map((one) => [one.id, one]));
  const named = [field, of, measured?.field, only?.field].filter((one) => one !== undefined);
  const stranger = named.find((one) => !fields.has(one));
  if (stranger !== undefined)
    return `${kind} has no field ${stranger}; it has ${[...fields.keys()].join(', ')}`;
  const asked = [value, of, yearsOver, is].filter((one) => one !== undefined).length;
  if (asked !== 1) return 'write one of value, of, yearsOver, is';
  if ((op === undefined) === (value !== undefined || of !== undefined))
    return 'op goes with value or of, and with nothing else';
  const own = fields.get(field);
  if (op !== undefined && !isOfType(own, ['number', 'integer'])) return `${field} is no number`;
  if (of !== undefined && !isOfType(fields.get(of), ['number', 'integer'])) return `${of} is no number`;
  if (yearsOver !== undefined && !isOfType(own, ['date'])) return `${field} is no day`;
  const beside = [...(measured ? [{ ...measured, is: [measured.is] }] : []), ...(only ? [only] : [])];
  const fault = beside.map((one) => choiceFault(fields.get(one.field), one.is)).find((one) => one !== null);
  if (fault !== undefined) return fault;
  if (is === undefined) return null;
  if (typeof is === 'boolean') return isOfType(own, ['boolean']) ? null : `${field} is not yes or no`;
  return choiceFault(own, [is].flat());
};

const choiceFault = (field: SiteField | undefined, wanted: readonly string[]): string | null => {
  const known = Object.keys(field?.values ?? {});
  const stranger = wanted.find((one) => !known.includes(one));
  return stranger === undefined ? null : `${field?.id} has no ${stranger}; it has ${known.join(', ')}`;
};

const checkConditions = (
  kinds: readonly SiteKind[],
  lists: Readonly<Record<string, readonly SiteCondition[]>>,
  context: z.RefinementCtx,
): void => {
  for (const [key, conditions] of Object.entries(lists))
    for (const [i, condition] of conditions.entries()) {
      const message = kinds.map((kind) => faultOf(kind, condition)).find((fault) => fault !== null);
      if (message !== undefined) context.addIssue({ code: 'custom', path: [key, i], message });
    }
};

const classSchema = z
  .strictObject({
    ...common,
    kind: z.enum(SITE_KIND_IDS).describe('kind of the sites it sorts'),
    where: z.array(conditionSchema).min(1).describe('all must hold'),
  })
  .superRefine(({ kind, where }, context) => checkConditions([kind], { where }, context));

const flagSchema = z
  .strictObject({
    ...common,
    kinds: z.array(z.enum(SITE_KIND_IDS)).min(1).describe('kinds of the sites it is about'),
    where: z.array(conditionSchema).default([]).describe('which sites it is about: all must hold'),
    anyOf: z.array(conditionSchema).min(1).describe('found where one holds'),
    by: z.iso.date().optional().describe('day it had to be set right'),
  })
  .superRefine(({ kinds, where, anyOf }, context) => checkConditions(kinds, { where, anyOf }, context));

export const siteRulesSchema = z
  .strictObject({
    classes: z.array(classSchema).default([]).describe('a site is of the first that holds'),
    flags: z.array(flagSchema).default([]),
  })
  .superRefine(({ classes, flags }, context) => {
    const ids = [...classes, ...flags].map(({ id }) => id);
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice !== undefined) context.addIssue({ code: 'custom', message: `two rules are called ${twice}` });
  });
export type SiteRules = z.output<typeof siteRulesSchema>;
export type SiteClassRule = SiteRules['classes'][number];
export type SiteFlagRule = SiteRules['flags'][number];
