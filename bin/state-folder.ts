/** Where a gateway on this machine keeps its database, credentials and session, unless told otherwise. */
export const STATE_FOLDER = '.hyalite';
