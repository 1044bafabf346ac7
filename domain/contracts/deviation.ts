/**
 * Vertex attribute of tiles whose surface is modelled: its standard deviation there, float32 metres, vertical. Strata carry
 * it, so that a viewer can draw crisp what is near data and let fade what is not.
 */
export const DEVIATION_ATTRIBUTE = '_DEVIATION';
/** Stands for "not known": past every bound. glTF forbids NaN and infinity in accessors. */
export const UNKNOWN_DEVIATION = 9999;

/** Standard deviation up to which a contact counts as certain until the user says otherwise, metres. It only chooses a look. */
export const CERTAIN_BELOW = 5;
