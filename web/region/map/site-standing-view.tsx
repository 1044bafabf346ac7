import { useTranslation } from 'react-i18next';
import type { CountySite } from '../../../domain/contracts/county.ts';
import { type SiteField, unitOf } from '../../../domain/contracts/site-field.ts';
import { SITE_KINDS } from '../../../domain/contracts/site-kinds.ts';
import type { SiteCondition } from '../../../domain/contracts/site-rules.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { NO_SITE_RULES, type SiteFlag, siteStanding } from '../../../domain/sites/site-standing.ts';
import { RuleSource } from '../../live/alarms/rule-source.tsx';
import { formatNumber } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { useSignColours } from '../signs/legend-theme.ts';
import { SiteMarkSign } from '../signs/small-signs.tsx';

const OPS = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const;

/** How a site stands to its county's rules: what is so and why, what cannot be told for want of which data, what is not so. */
export const SiteStandingView = ({ site }: { readonly site: CountySite }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const colours = useSignColours();
  const { catalog } = useOpenCounty();
  const day = useView((state) => state.day);
  const today = countyDay(Date.now());
  const standing = siteStanding(site, catalog.siteRules ?? NO_SITE_RULES, day, today);
  if (standing.class === null && standing.flags.length === 0) return null;
  const { fields } = SITE_KINDS[site.kind];
  const fieldOf = (id: string): SiteField | undefined => fields.find((field) => field.id === id);
  const nameOf = (id: string): string => fieldOf(id)?.name[language] ?? id;
  const comma = t('map.comma');

  const numberOf = (id: string, value: number): string => {
    const field = fieldOf(id);
    return [formatNumber(value), field && unitOf(field, value, language)].filter(Boolean).join(' ');
  };
  const saidOf = (id: string): string => {
    const value = site.fields[id] ?? null;
    if (value === null) return t('app.unknown');
    if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
    if (typeof value === 'number') return numberOf(id, value);
    return fieldOf(id)?.values?.[value]?.[language] ?? value;
  };
  const told = ({ field, op, value, of, yearsOver }: SiteCondition): string => {
    const said = `${nameOf(field)} ${saidOf(field)}`;
    if (yearsOver !== undefined) return t('siteRule.yearsOver', { said, years: yearsOver });
    if (op === undefined) return t('siteRule.is', { field: nameOf(field), value: saidOf(field) });
    const bound = of === undefined ? numberOf(field, value ?? 0) : `${nameOf(of)} ${saidOf(of)}`;
    return `${said} ${OPS[op]} ${bound}`;
  };
  const lacking = (missing: readonly string[]): string =>
    day === null ? t('siteRule.missing', { fields: missing.map(nameOf).join(comma) }) : t('siteRule.onlyNow');
  const detailOf = ({ answer, because, missing }: SiteFlag): string =>
    answer === 'found' ? because.map(told).join(comma) : lacking(missing);
  const untilText = ({ rule: { by }, answer }: SiteFlag): string =>
    by === undefined
      ? ''
      : `${t(answer === 'found' && by < today ? 'siteRule.overdue' : 'siteRule.by', { day: by })} · `;

  const listed = (answer: SiteFlag['answer']) => standing.flags.filter((flag) => flag.answer === answer);
  const denied = listed('denied');

  return (
    <section className="hy-site-rules" data-part="site-rules">
      <h4>{t('siteRule.title')}</h4>
      {standing.class && (
        <p data-class={standing.class.rule?.id ?? (standing.class.isKnown ? 'none' : 'unknown')}>
          {t('siteRule.class', {
            name: standing.class.rule
              ? standing.class.rule.name[language]
              : standing.class.isKnown
                ? t('siteRule.noClass')
                : lacking(standing.class.missing),
          })}
          {standing.class.rule && (
            <small>
              <RuleSource {...standing.class.rule} />
            </small>
          )}
        </p>
      )}
      <ul>
        {[...listed('found'), ...listed('unknown')].map((flag) => (
          <li key={flag.rule.id} data-rule={flag.rule.id} data-answer={flag.answer}>
            <SiteMarkSign colours={colours} answer={flag.answer === 'found' ? 'found' : 'unknown'} />
            <div>
              <strong>{flag.rule.name[language]}</strong>
              <span className="hy-site-because">{detailOf(flag)}</span>
              <small>
                {untilText(flag)}
                <RuleSource {...flag.rule} />
              </small>
            </div>
          </li>
        ))}
      </ul>
      {denied.length > 0 && (
        <p className="hy-quiet" data-answer="denied">
          {t('siteRule.denied', { names: denied.map(({ rule }) => rule.name[language]).join(comma) })}
        </p>
      )}
    </section>
  );
};
