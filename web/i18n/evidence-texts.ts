/** Texts of the filter by evidence. */
export const evidenceZh = {
  evidence: {
    tool: '查明手段',
    toolHint: '只看钻探、物探、化探查明的隐蔽致灾因素',
    only: '只显示由以下手段查明的',
    end: '显示全部',
    note: '适用于钻孔、地质、矿体、采空区、水体图层；钻孔及由其推算的地层计为钻探。文件未说明手段的计为“未知”。数字为对象个数，不含钻孔和地层。剖切面填充不受影响。',
    failed: '查明手段数据加载失败，未作筛选：{{url}}',
  },
  evidenceKind: {
    geophysics: '物探',
    drilling: '钻探',
    geochemistry: '化探',
    survey: '实测',
    document: '老图调访',
    unknown: '未知',
  },
};
export const evidenceEn: typeof evidenceZh = {
  evidence: {
    tool: 'Evidence',
    toolHint: 'Show only the hidden hazards that drilling, geophysics or geochemistry saw',
    only: 'Shown only if found by',
    end: 'Show all',
    note: 'Of boreholes, strata, ore, goafs and water; boreholes and strata modelled from them count as drilling. What no file says is “unknown”. Numbers are of things, boreholes and strata not counted. Filled cuts are not filtered.',
    failed: 'How things were found could not be loaded; nothing is filtered: {{url}}',
  },
  evidenceKind: {
    geophysics: 'Geophysics',
    drilling: 'Drilling',
    geochemistry: 'Geochemistry',
    survey: 'Survey',
    document: 'Old plans',
    unknown: 'Unknown',
  },
};
