/** Texts of fixed devices; both languages. */
export const devicesZh = {
  deviceState: { working: '● 有数据', failing: '▲ 故障', silent: '○ 无信号', unknown: '? 状态不明' },
  deviceKind: {
    reader: '读卡器',
    camera: '摄像机',
    slope: '边坡测点',
    water: '水文测点',
    air: '气体测点',
    power: '供电',
    hoist: '提升机',
    pump: '水泵',
    seal: '电子封条',
    belt: '皮带',
  },
  deviceMetric: {
    online: '在线',
    obstructed: '被遮挡',
    east: '东向位移',
    north: '北向位移',
    up: '竖向位移',
    los: '视线向位移',
    other: '其他读数',
  },
};

export const devicesEn: typeof devicesZh = {
  deviceState: {
    working: '● reporting',
    failing: '▲ failing',
    silent: '○ silent',
    unknown: '? state unknown',
  },
  deviceKind: {
    reader: 'Reader',
    camera: 'Camera',
    slope: 'Slope station',
    water: 'Water gauge',
    air: 'Air sensor',
    power: 'Power',
    hoist: 'Hoist',
    pump: 'Pump',
    seal: 'Electronic seal',
    belt: 'Belt',
  },
  deviceMetric: {
    online: 'Online',
    obstructed: 'Obstructed',
    east: 'Displacement east',
    north: 'Displacement north',
    up: 'Displacement up',
    los: 'Line-of-sight displacement',
    other: 'Other value',
  },
};
