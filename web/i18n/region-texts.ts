/** Texts of the Region workspace's frame and map. */
export const regionZh = {
  region: {
    loading: '正在打开县域…',
    screens: '县域的页面',
  },
  counties: {
    noneTitle: '没有可看的县域',
    noneText: '此账号看不到任何县域，或服务器上还没有生成县域数据包。单个矿山在“矿山”工作区中查看。',
    notFoundTitle: '没有这个县域',
    notFoundText: '链接指向的县域“{{id}}”不在此账号可看的列表中。它可能已改名、尚未生成，或不在您的权限内。',
    toMines: '到“矿山”工作区',
  },
};

export const regionEn: typeof regionZh = {
  region: {
    loading: 'Opening the county…',
    screens: 'Screens of the county',
  },
  counties: {
    noneTitle: 'No county to show',
    noneText:
      'This account sees no county, or the server has no county bundle yet. Single mines are in the Mine workspace.',
    notFoundTitle: 'No such county',
    notFoundText:
      'The county “{{id}}” of this link is not among those this account sees. It may have been renamed, not been built, or lie outside your rights.',
    toMines: 'To the Mine workspace',
  },
};
