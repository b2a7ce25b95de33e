/** Text of the parts of an agency's page: structure, targets, findings, completeness. */
export const agency = {
  openHint: '点开可逐级看到款、项。',
  openAll: '全部展开',
  closeAll: '全部收起',
  targets: (n: number) => `${n} 项绩效目标`,
  noTargets: '没有找到目标',
  otherTargets: '有目标、但项目表里没有同名一行的项目',
  quantitative: '可量化',
  ofWhich: (n: number, quantitative: number) => `${n} 项，${quantitative} 项可量化`,
  horizon: '期限',
  horizons: { annual: '年度', 'long-term': '长期' },
  yes: '是',
  no: '否',
  whole: '整体',
  completeness: '公开完整度',
  completenessNote: (found: number, all: number) =>
    `规定要公开、且适用的 ${all} 项中找到 ${found} 项。没有找到也可能是没有读出，请对照原文。`,
  compareCompleteness: '与其他机构比较',
  item: '项目',
  state: '情况',
  states: {
    published: '已公开',
    'declared-empty': '声明为空表',
    prose: '文字中有数',
    'listed-only': '目录列出，没有表',
    missing: '没有找到',
    'not-applicable': '不适用',
  },
  reason: (text: string) => `理由：${text}`,
  reasonHead: '理由',
  level1: '一级指标',
  level2: '二级指标',
  depth: '层次',
  where: '出处',
  findings: '不符之处',
};

export type AgencyMessages = typeof agency;
