import type { Borehole } from './boreholes.ts';
import type { Lithology } from './geology.ts';
import { PANELS, type StopePlan } from './goafs.ts';
import { type CsvCell, csv, easting, northing } from './write-text.ts';
import { workbook } from './write-xlsx.ts';

/** Rows of the survey tables, with the headers Chinese mines write. */

export type Files = Map<string, Uint8Array>;

export const LITHOLOGY_NAMES: Readonly<Record<Lithology, string>> = {
  QC: '粉质黏土',
  QG: '砂砾石',
  WZ: '强风化带',
  LS: '灰岩',
  SI: '泥灰岩软夹层',
  KV: '溶洞',
  SC: '片岩',
  FE: '磁铁矿',
  FZ: '断层破碎带',
  FL: '填土',
};

const CORE_RECOVERY: Readonly<Partial<Record<Lithology, number>>> = {
  KV: 0,
  FZ: 42,
  WZ: 61,
  QC: 70,
  QG: 38,
  FL: 55,
};

export const boreholeFiles = (files: Files, holes: readonly Borehole[], intervals: 'xlsx' | 'csv'): void => {
  files.set(
    'boreholes/钻孔坐标.csv',
    csv(
      ['孔号', 'X', 'Y', '孔口标高', '孔深', '用途', '封孔质量', '施工年份'],
      holes.map((h) => [
        h.id,
        northing(h.collar[1]),
        easting(h.collar[0]),
        h.collar[2].toFixed(3),
        h.depth.toFixed(1),
        h.purpose,
        h.sealing,
        h.year,
      ]),
      'utf-8-bom',
    ),
  );
  files.set(
    'boreholes/测斜.csv',
    csv(
      ['孔号', '测深', '方位角', '倾角'],
      holes.flatMap((h) =>
        h.stations.map((st) => [h.id, st.depth.toFixed(1), st.azimuth.toFixed(1), st.dip.toFixed(1)]),
      ),
      'utf-8',
      intervals === 'xlsx' ? ',' : ';',
    ),
  );
  const headers = ['孔号', '自', '至', '岩性代码', '岩性名称', '采取率', '描述'];
  const rows = holes.flatMap((h) =>
    h.intervals.map((i): CsvCell[] => [
      h.id,
      i.from,
      i.to,
      i.lithology,
      LITHOLOGY_NAMES[i.lithology],
      CORE_RECOVERY[i.lithology] ?? 88,
      i.lithology === 'KV' ? '掉钻，冲洗液漏失' : i.lithology === 'FZ' ? '角砾，泥质胶结，\n局部漏水' : null,
    ]),
  );
  if (intervals === 'xlsx')
    files.set(
      'boreholes/岩性.xlsx',
      workbook([
        { name: '说明', rows: [['合成数据，非实测'], ['深度沿钻孔轴线，米']] },
        { name: '岩性', rows: [headers, ...rows] },
      ]),
    );
  else files.set('boreholes/岩性.csv', csv(headers, rows, 'gb18030'));
  files.set(
    'boreholes/地下水位.csv',
    csv(
      ['孔号', '水位埋深', '观测日期'],
      holes.flatMap((h) =>
        h.waterDepth === null ? [] : [[h.id, h.waterDepth.toFixed(1), `2025-0${1 + (h.year % 9)}-15`]],
      ),
      'gb18030',
    ),
  );
};

/** Attributes of one goaf or stope, as properties of a polygon or as a row beside a mesh. */
export const goafRecord = (
  plan: StopePlan,
  thickness: number | null,
): Record<string, string | number | null> => ({
  编号: plan.id,
  名称: `${PANELS.find((panel) => panel.id === plan.panel)!.to}m以下${plan.slot + 1}号${plan.form === 'active' ? '采场' : '采空区'}`,
  矿体: '1号矿体',
  形成年份: plan.year,
  厚度: thickness,
  充填状态: plan.fill,
  积水水位: plan.waterLevel,
  积水情况: waterSaid(plan),
  查明手段: plan.evidence,
  中段: { A2: '+4', A: '-50', B: '-110', C: '-170' }[plan.panel],
});

/** Only who has been inside, or filled it to the roof, says that a void is dry. */
const waterSaid = ({ waterLevel, evidence, fill }: StopePlan): string =>
  waterLevel !== null
    ? '积水'
    : evidence === '激光扫描' || (evidence === '实测' && fill === '已充填')
      ? '无积水'
      : '不明';

export const recordsCsv = (
  records: readonly Record<string, string | number | null>[],
  encoding: 'utf-8-bom' | 'gb18030',
): Uint8Array => {
  const headers = Object.keys(records[0]!);
  return csv(
    headers,
    records.map((record) => headers.map((header) => record[header] ?? null)),
    encoding,
  );
};
