/** Texts of the camera panel, both languages. */
export const camerasZh = {};

export const camerasEn: typeof camerasZh = {};
