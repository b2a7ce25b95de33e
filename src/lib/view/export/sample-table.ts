import type { ExportTable } from './types.ts';

/** An invented table with everything that files get wrong: formulas, quotes, line breaks, gaps, long fractions, negatives. */
export function sampleTable(): ExportTable {
  const proof = (ref: string) =>
    ({ documentId: 'jiachuan-ybj-2024', refs: [ref], verdict: 'exact' }) as const;
  return {
    id: 'sample',
    lang: 'zh',
    title: '人均人员经费：人员经费 ÷ 实有在职人数',
    unit: '元/人',
    basis: '预算',
    filters: [
      { name: '机构', value: '甲川医保局、乙岭医保局' },
      { name: '年度', value: '2024' },
    ],
    notes: ['“并列”指舍入区间有重叠。'],
    columns: [
      { id: 'agency', label: '机构', type: 'text' },
      { id: 'year', label: '年度', type: 'integer' },
      { id: 'value', label: '人均人员经费', unit: '元/人', type: 'number', decimals: 2 },
      { id: 'note', label: '说明', type: 'text' },
    ],
    rows: [
      [
        { value: '甲川医保局' },
        { value: '2024' },
        { value: '126358.454545454545', proof: proof('t6.r1.c2') },
        { value: '=1+1，引号"和#号' },
      ],
      [
        { value: '乙岭医保局' },
        { value: '2024' },
        { value: '-1234.50', proof: proof('t6.r2.c2') },
        { value: '-说明\n第二行' },
      ],
      [{ value: '丙河医保局' }, { value: null }, { value: null, absent: '未披露' }, { value: '@甲, 乙' }],
      [
        { value: '丁洲医保局' },
        { value: '2023' },
        { value: '9007199254740993.01', proof: proof('t6.r4.c2') },
        { value: '' },
      ],
    ],
    sources: [
      {
        documentId: 'jiachuan-ybj-2024',
        title: '甲川市医疗保障局2024年部门预算',
        agency: '甲川市医疗保障局',
        year: 2024,
        basis: '预算',
        file: 'jiachuan.pdf',
        sha256: 'bc6ec08cbed257219b60027a412b5d70f9d2efa761ceef82e3571496aac77a22',
        local: false,
        link: 'https://example.org/documents/jiachuan-ybj-2024',
      },
    ],
    release: 'c07fd1298abf',
    link: 'https://example.org/compare/staff-cost-per-head?v=1&d=c07fd1298abf',
    site: 'https://example.org',
    retrieved: '2026-11-25',
  };
}
