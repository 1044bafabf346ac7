import { type Account, accountSchema } from '../../../domain/contracts/account.ts';
import type { IdentityProvider } from '../../../domain/contracts/identity-provider.ts';

export type Claims = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** An account's id is small letters, digits and hyphens: what a provider calls people is made to fit, never cut to another's. */
const idOf = (value: unknown): string | null => {
  const id = textOf(value)
    ?.toLowerCase()
    .replaceAll(/[@._\s]+/g, '-');
  return id !== undefined && accountSchema.shape.id.safeParse(id).success ? id : null;
};

/** What the claims make of somebody; a text says why they are not let in. */
export const accountOfClaims = (
  provider: Pick<IdentityProvider, 'rules' | 'accountFrom' | 'nameFrom'>,
  claims: Claims,
): Account | string => {
  const id = idOf(claims[provider.accountFrom]);
  if (id === null)
    return `the claim "${provider.accountFrom}" is ${JSON.stringify(claims[provider.accountFrom]) ?? 'missing'}: expected a name of letters, digits and hyphens, at most 63`;
  const rule = provider.rules.find(({ claim, is }) => listOf(claims[claim]).includes(is));
  if (!rule) return `no rule of identity-provider.yaml fits "${id}"`;
  const { role, countyFrom, minesFrom } = rule;
  const account = {
    id,
    name: textOf(claims[provider.nameFrom]) ?? id,
    role,
    county: rule.county ?? (countyFrom === undefined ? null : textOf(claims[countyFrom])),
    mines: [...(rule.mines ?? []), ...(minesFrom === undefined ? [] : listOf(claims[minesFrom]))],
    isDemo: false,
  };
  const parsed = accountSchema.safeParse(account);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `what the claims of "${id}" say is no account: ${issue?.path.join('.')}: ${issue?.message}`;
};
