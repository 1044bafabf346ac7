import type { UrlField } from '../../../shell/url-state.ts';

const LONGEST_ID = 128;
const ONE = /^(?:m(\d{1,5}(?:\.\d{1,2})?)_)?at_(.+)$/s;

/** `drive` of the link: `all` planned headings, or `at_` and the id of one, before it `m`, metres along it to the chosen stretch, and `_`. */
export const DRIVE_FIELD: UrlField = {
  key: 'drive',
  write: ({ driveOn }) => {
    if (!driveOn) return null;
    if (driveOn.heading === null) return 'all';
    return `${driveOn.along === undefined ? '' : `m${driveOn.along}_`}at_${driveOn.heading}`;
  },
  read: (text) => {
    if (text === 'all') return { driveOn: { heading: null } };
    const [, along, heading = ''] = ONE.exec(text) ?? [];
    if (heading === '' || heading.length > LONGEST_ID) return null;
    return { driveOn: { heading, ...(along === undefined ? {} : { along: Number(along) }) } };
  },
};
