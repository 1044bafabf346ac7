import { z } from 'zod';
import { accountSchema, ROLES } from './account.ts';

/**
 * identity-provider.yaml: signing in with an OpenID Connect provider (docs/security.md). `rules` are looked at from the top; the
 * first whose claim holds its value decides what the account is and sees. Who fits none is not let in.
 */
const claim = z.string().trim().min(1).max(200);
const ruleSchema = z
  .strictObject({
    claim: claim.describe('name of a claim of the ID token; a list fits where one of it does'),
    is: z.union([z.string(), z.number(), z.boolean()]).describe('the value it must have'),
    role: z.enum(ROLES),
    county: accountSchema.shape.id.optional().describe('every mine of this county'),
    countyFrom: claim.optional().describe('claim that names the county'),
    mines: z.array(accountSchema.shape.id).max(1000).optional(),
    minesFrom: claim.optional().describe('claim that lists mines'),
  })
  .refine(({ county, countyFrom }) => county === undefined || countyFrom === undefined, {
    error: '"county" or "countyFrom", not both',
    path: ['countyFrom'],
  });

const providerName = z.string().trim().min(1).max(100);

export const identityProviderSchema = z.strictObject({
  'hyalite-identity-provider': z.literal(1),
  name: z
    .union([providerName, z.strictObject({ zh: providerName, en: providerName })], {
      error: 'a name of at most 100 letters, or { zh: …, en: … } with one in each language',
    })
    .transform((name) => (typeof name === 'string' ? { zh: name, en: name } : name))
    .describe('as the sign-in page calls it; one text is used in both languages'),
  issuer: z.url().describe('its address, as its discovery document says it'),
  clientId: z.string().min(1),
  clientSecretFile: z
    .string()
    .min(1)
    .optional()
    .describe('file with the secret; without it the client is public (PKCE)'),
  address: z.url().describe('address under which browsers reach this gateway, without a path'),
  scope: z.string().default('openid profile'),
  accountFrom: claim.default('preferred_username').describe('claim the account is named after'),
  nameFrom: claim.default('name').describe('claim with the person’s name'),
  rules: z.array(ruleSchema).min(1),
});
export type IdentityProvider = z.output<typeof identityProviderSchema>;
