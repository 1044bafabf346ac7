/** Where a gateway on this machine keeps its database, credentials and session, unless told otherwise. */
export const STATE_FOLDER = '.hyalite';
/** MQTT's own port, for the embedded broker of `npm start`. */
export const DEFAULT_MQTT_PORT = 1883;
