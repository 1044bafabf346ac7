import { readFile } from 'node:fs/promises';
import type { BodiesFile } from '../../domain/contracts/geology.ts';
import { isClosedAsSaid, readBodies, readStrata } from '../../domain/geology/read-bodies.ts';
import type { reportTo } from './check-report.ts';

/** Checks that the binary file holds what the list says: every vertex and index, and closed where it says closed. */
export const checkBodies = async (
  path: string,
  list: BodiesFile,
  report: ReturnType<typeof reportTo>,
): Promise<void> => {
  const bytes = await readFile(path);
  try {
    const binary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const bodies = [...readBodies(list, binary), ...readStrata(list, binary)];
    for (const body of bodies)
      if (!isClosedAsSaid(body))
        report(
          'bodies-invalid',
          `${body.layerId} ${body.featureId} is ${body.closed ? 'not closed' : 'closed'}`,
        );
  } catch (error) {
    report('bodies-invalid', (error as Error).message);
  }
};
