/** Each language is offered in its own words. */
export const LANGUAGES = [
  { key: 'zh', label: '简体中文' },
  { key: 'en', label: 'English' },
] as const;
