/** Texts of the slope and reading panels, both languages. */
export const slopesZh = {};

export const slopesEn: typeof slopesZh = {};
