/** Text of the comparison builder, the leads and what moved between releases. */
export const explore = {
  copyText: '复制这段话和来源',
  form: '图形',
  forms: {
    'ranked-bars': '条形，按名次',
    dots: '点，带区间',
    slope: '各年连线',
    'year-panels': '各机构分图',
    stacked: '堆叠条形',
    'item-panels': '各分项分图',
    matrix: '矩阵',
  },
  release: {
    title: (then: string, now: string) => `链接生成以来的变动（版本 ${then} → ${now}）`,
    loading: '正在查这期间哪些数变了…',
    unknown: (release: string) => `没有版本 ${release} 的记录，无法对照，下面显示现在的数。`,
    failed: '没有取到当时的数，可能是网络断了；下面显示现在的数。',
    nothing: '这个比较用到的数都没有变。',
    figure: '哪个数',
    then: '当时',
    now: '现在',
    why: '原因',
    reason: (n: number) => `见注 ${n}`,
    noReason: '没有记录',
    median: '中位数',
    absent: '没有这个数',
    saidThen: '当时的结论',
    joined: (names: string) => `当时还没有收录：${names}。`,
  },
};

export type ExploreMessages = typeof explore;
