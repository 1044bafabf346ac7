/** Hazards of the two mines with a 3D bundle that are features of their models, so that they are drawn there. */
interface BundleHazard {
  readonly category: string;
  readonly title: string;
  readonly layer: string;
  readonly feature: string;
}

const goaf = (feature: string, title: string, category = 'goaf'): BundleHazard => ({
  category,
  title,
  layer: 'goafs',
  feature,
});

export const BUNDLE_HAZARDS: Readonly<Record<string, readonly BundleHazard[]>> = {
  'qingshi-iron': [
    goaf('G1962-A24', '44m 以下5号采空区'),
    goaf('G1984-A4', '-4m 以下5号采空区积水', 'goaf-water'),
    goaf('G1986-A5', '-4m 以下6号采空区'),
    goaf('G1989-A6', '-4m 以下7号采空区'),
    goaf('G1997-A8', '-4m 以下9号采空区积水', 'goaf-water'),
    goaf('G2006-B6', '-62m 以下7号采空区积水', 'goaf-water'),
    goaf('G2018-C7', '-122m 以下8号采空区'),
    goaf('GX-6', '44m 以下7号物探推断采空区'),
    { category: 'fault', title: 'F1 正断层', layer: 'faults', feature: 'F1' },
    { category: 'fault', title: 'F2 正断层', layer: 'faults', feature: 'F2' },
    { category: 'karst', title: 'K1 溶洞', layer: 'karst', feature: 'K1' },
    { category: 'karst', title: 'K4 溶洞', layer: 'karst', feature: 'K4' },
    { category: 'aquifer', title: '第四系砂砾石孔隙含水层', layer: 'aquifer', feature: 'Q-AQ1' },
    { category: 'closed-shaft', title: '1号老井', layer: 'shafts', feature: 'LJ1' },
    { category: 'closed-shaft', title: '2号老井', layer: 'shafts', feature: 'LJ2' },
  ],
  'baiyun-limestone': [
    goaf('KG-01', '坑底下老岩溶采空区积水', 'goaf-water'),
    { category: 'karst', title: 'K7 溶洞', layer: 'karst', feature: 'K7' },
    { category: 'soft-layer', title: '泥灰岩软弱夹层', layer: 'soft-interlayer', feature: 'SI-1' },
  ],
};
