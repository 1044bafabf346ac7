import type { UrlField } from '../../../shell/url-state.ts';

const LONGEST_ID = 128;

/** `drive` of the link: `all` planned headings, or `at_` and the id of one. */
export const DRIVE_FIELD: UrlField = {
  key: 'drive',
  write: ({ driveOn }) => driveOn && (driveOn.heading === null ? 'all' : `at_${driveOn.heading}`),
  read: (text) => {
    if (text === 'all') return { driveOn: { heading: null } };
    const heading = text.startsWith('at_') ? text.slice(3) : '';
    return heading !== '' && heading.length <= LONGEST_ID ? { driveOn: { heading } } : null;
  },
};
