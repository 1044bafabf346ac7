/** Texts of what the ledger draws into the 3D scene of a mine. */
export const ledgerSceneZh = {
  majorScene: {
    major: '重大隐患',
    letter: { 'self-reported': '自', inspection: '查', 'public-report': '举' },
    placeless: '重大隐患无位置 {{n}} 条',
    failed: '重大隐患未能读取，三维中没有画出。',
    noPlace: '无位置',
    'no-place': '没有写明位置',
    'not-in-model': '模型中没有所指对象',
    'model-unread': '模型未能读取，位置不明',
  },
};

export const ledgerSceneEn = {
  majorScene: {
    major: 'Major hazard',
    letter: { 'self-reported': 'S', inspection: 'I', 'public-report': 'P' },
    placeless: 'Major hazards without place: {{n}}',
    failed: 'Major hazards could not be read: none are drawn in 3D.',
    noPlace: 'without place',
    'no-place': 'nobody said where',
    'not-in-model': 'the model has no such thing',
    'model-unread': 'the model could not be read: place not known',
  },
};
