import fc from 'fast-check';

/**
 * Property tests try the same cases every time, so that a failure is the change's and can be repeated; FC_SEED tries
 * others.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_231) });
