import process from 'node:process';
import { readMesh } from '../../tiles-pipeline/read/mesh-file.ts';
import { tileLayer } from '../../tiles-pipeline/tile/tile-layer.ts';

/** Child of the `tile` bench: an OBJ becomes a tileset in several levels of detail. Arguments: OBJ file, folder. */
const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const [file, folder] = process.argv.slice(2);
const { objects } = await readMesh(file, { source: 'bench' });
await tileLayer(
  {
    id: 'ground',
    group: 'ground',
    kind: 'terrain',
    name: { zh: '地面', en: 'ground' },
    provenance: 'synthetic',
    shownAtStart: true,
    properties: [{ id: 'id', name: { zh: '编号', en: 'id' }, type: 'string', role: 'id' }],
    legend: [],
    detail: 'simplify',
    features: objects.map(({ name, positions, indices }) => ({
      mesh: { positions, indices, colour: [0.5, 0.5, 0.5, 1] },
      properties: { id: name },
    })),
  },
  { enuToEcef: IDENTITY, folder },
);
