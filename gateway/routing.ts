/** Ids stand in addresses: a name of 200 Chinese characters is 1 800 there, and what is longer than this is answered as not there. */
export const ROUTING = { routerOptions: { maxParamLength: 2000 } } as const;
