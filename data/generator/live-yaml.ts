import { Document, isCollection, isMap, isSeq } from 'yaml';
import type { z } from 'zod';
import type { liveManifestSchema } from '../../domain/contracts/live/live-manifest.ts';
import { ORIGIN, type Plan, toMillimetre, type Vec3 } from './place.ts';
import { encode } from './write-text.ts';

/** live.yaml as an author writes it. */
export type LiveYaml = z.input<typeof liveManifestSchema>;

const HEADER = ` Synthetic: a fictional mine; its people, devices and settings are made up.
 合成数据：矿山、人员、设备与设定值均为虚构。
 Written by data/generator/write-demo.ts; every key is described in docs/live-yaml.md.`;

/** One line an item, so that a list reads like a table. */
export const liveYaml = (content: LiveYaml): Uint8Array => {
  const document = new Document(content);
  document.commentBefore = HEADER;
  if (isMap(document.contents))
    for (const { key, value } of document.contents.items) {
      if (isMap(value)) value.flow = String(key) !== 'roadwayNames';
      if (isSeq(value)) for (const item of value.items) if (isCollection(item)) item.flow = true;
    }
  return encode(document.toString({ lineWidth: 0, flowCollectionPadding: true }), 'utf-8');
};

/** Survey coordinates of a point of the plan, as keys of live.yaml. */
export const surveyKeys = ([x, y, z]: Vec3): { e: number; n: number; h: number } => ({
  e: toMillimetre(ORIGIN.easting + x),
  n: toMillimetre(ORIGIN.northing + y),
  h: toMillimetre(z),
});

/** Degrees clockwise from grid north from one point of the plan to another, whole. */
export const gridAzimuth = (from: Vec3 | Plan, to: Vec3 | Plan): number =>
  Math.round(((Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI + 360) % 360);

/** Settings a mine would make itself carry this, so that nobody takes them for a regulation. */
export const DEMO_SETTING = {
  jurisdiction: '演示矿山',
  clause: '演示设定（虚构）',
  status: 'demo setting 演示设定',
} as const;
