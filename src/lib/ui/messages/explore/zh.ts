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
};

export type ExploreMessages = typeof explore;
