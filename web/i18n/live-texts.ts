/** Texts of the live mine: people, alarms, timeline; both languages. */
export const liveZh = {};

export const liveEn: typeof liveZh = {};
