/** Texts about places that lie far from their mine. */
export const farPlaceZh = {
  farPlace: {
    only: '位置存疑',
    row: '位置离矿 {{distance}}',
    rowEvidence: '证据位置离矿 {{distance}}',
    far: '位置离矿很远：{{far}}。',
    check: '核对坐标；位置无误的，在下面写明它为什么离矿这么远。',
    swapped: 'X 和 Y（或经度和纬度）可能填反了：对调以后就在矿上。',
    swap: '对调两个数',
    unknown: '没有这座矿的矿权范围和模型，本县也没有设定距离：位置无法核对。',
    failed: '矿的范围读不到，位置暂时无法核对；保存时由服务器核对。',
    why: '位置为什么离矿这么远',
    whyHint: '与修改原因一起永久保存。',
    rows: '{{n}} 处位置离矿很远，所在隐患不导入。核对坐标；位置无误的，写明理由后再导入。',
    rowsTaken: '{{n}} 处位置离矿很远，按所写理由导入。',
    whyFile: '这些位置为什么离矿这么远',
    again: '按理由重试',
  },
};

export const farPlaceEn: typeof farPlaceZh = {
  farPlace: {
    only: 'Doubtful place',
    row: '{{distance}} from its mine',
    rowEvidence: 'evidence {{distance}} from the mine',
    far: 'The place lies far from the mine: {{far}}.',
    check: 'Check the coordinates; if the place is right, say below why it lies so far from the mine.',
    swapped: 'X and Y (or longitude and latitude) may be swapped: the other way round it lies at the mine.',
    swap: 'Swap the two numbers',
    unknown:
      'Neither a right nor a model of this mine is known, and the county has set no distance: the place cannot be checked.',
    failed: 'What is known of the mine cannot be read: the place is checked by the server when you save.',
    why: 'Why the place lies so far from the mine',
    whyHint: 'Kept for good, with why it is written.',
    rows: '{{n}} [n:place lies|places lie] far from the mine: their hazards are left out. Check the coordinates; if they are right, say why and try again.',
    rowsTaken: '{{n}} [n:place lies|places lie] far from the mine and come in for the reason given.',
    whyFile: 'Why these places lie so far from the mine',
    again: 'Try with this reason',
  },
};
