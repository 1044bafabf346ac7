/** Sends the browser to the provider. */
export const BEGIN_PATH = '/api/session/elsewhere';
/** Where the provider sends it back to. */
export const CALLBACK_PATH = '/api/session/elsewhere/back';
