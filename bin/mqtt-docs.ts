import { z } from 'zod';
import { MESSAGE_SCHEMAS, METRICS } from '../domain/contracts/live/messages.ts';
import { MESSAGE_KINDS } from '../domain/contracts/live/topic.ts';

/** What docs/mqtt shows of the code: one JSON Schema a kind of message, and the table of metrics. File name → content. */
export const mqttDocs = (): Record<string, string> => {
  const schemas = MESSAGE_KINDS.map((kind): [string, string] => {
    const schema = {
      ...z.toJSONSchema(MESSAGE_SCHEMAS[kind], { io: 'input' }),
      title: `Hyalite live message: ${kind}`,
    };
    return [`mqtt/${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
  });
  const rows = Object.entries(METRICS).flatMap(([kind, metrics]) =>
    Object.entries(metrics).map(([metric, unit]) => `| ${kind} | \`${metric}\` | ${unit} |`),
  );
  const links = MESSAGE_KINDS.map((kind) => `[${kind}](${kind}.schema.json)`).join(', ');
  const metrics = [
    '# Metrics',
    '',
    'Written by `npm run docs`. A reading is always in the unit of this table; converting is the gateway’s.',
    '',
    '| kind | metric | unit |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `JSON Schemas: ${links}.`,
  ];
  return { ...Object.fromEntries(schemas), 'mqtt/metrics.md': `${metrics.join('\n')}\n` };
};
