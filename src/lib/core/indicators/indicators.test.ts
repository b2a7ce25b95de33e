import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractContext, RecognisedTable, SourceRow } from '../model/index.ts';
import { normaliseForms, normaliseIndicators, readTarget } from './index.ts';
import { indicatorName } from './rows.ts';
import { readLabel } from './taxonomy.ts';

const context: ExtractContext = {
  documentId: 'invented',
  title: '青石市水务局2024年部门预算',
  agency: '青石市水务局',
  regionCode: null,
  fiscalYear: 2024,
  stage: 'budget',
  scope: 'department',
};

/** Rows as tab-separated text: cells of a ragged layout, at their own positions. */
function form(lines: string[], over: Partial<RecognisedTable> = {}): RecognisedTable {
  const rows = lines.map<SourceRow>((line, index) => ({
    page: null,
    cells: line.split('|').map((text, column) => ({
      text: text.trim(),
      locator: `L${index + 1}#${column}`,
      column,
      colSpan: 1,
      rowSpan: 1,
    })),
  }));
  return {
    tableId: 't01',
    number: null,
    title: '项目支出绩效目标表',
    statement: 'performance-project',
    unit: '万元',
    unitLocator: null,
    status: 'published',
    reason: null,
    locator: 'L1',
    geometry: 'ragged',
    rows,
    headerRowCount: 0,
    columnCount: Math.max(...rows.map((row) => row.cells.length)),
    notes: [],
    repeated: [],
    ...over,
  };
}

/** The same with markup's geometry: a merged cell `text*3` covers the rows below it, whose cells are left out. */
function exactForm(lines: string[], over: Partial<RecognisedTable> = {}): RecognisedTable {
  const table = form(lines, { ...over, geometry: 'exact' });
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells
        .filter((cell) => cell.text !== '~')
        .map((cell) => {
          const span = /\*(\d+)$/.exec(cell.text);
          return { ...cell, text: cell.text.replace(/\*\d+$/, ''), rowSpan: span ? Number(span[1]) : 1 };
        }),
    })),
  };
}

const brief = (table: RecognisedTable) =>
  normaliseIndicators(table, context).indicators.map(
    (i) => `${i.level1}/${i.level2}/${i.level3}: ${i.operator} ${i.value ?? i.target_raw}${i.unit ?? ''}`,
  );

describe('readTarget', () => {
  it.each([
    ['≥95%', '≥', '95', '%', true],
    ['≧ 36,000人次', '≥', '36000', '人次', true],
    ['大于等于85%', '≥', '85', '%', true],
    ['不低于90%', '≥', '90', '%', true],
    ['90%以上', '≥', '90', '%', true],
    ['至少两次', '≥', '2', '次', true],
    ['≤30工作日', '≤', '30', '工作日', true],
    ['3个工作日内', '≤', '3', '个工作日', true],
    ['＞80%', '>', '80', '%', true],
    ['= 100%', '=', '100', '%', true],
    ['100%', '=', '100', '%', true],
    ['24万元', '=', '24', '万元', true],
    ['128元/人', '=', '128', '元/人', true],
    ['参保率96%', '=', '96', '%', true],
    ['月补助452元', '=', '452', '元', true],
    ['97%-100%', 'range', '97-100', '%', true],
    ['10-15项', 'range', '10-15', '项', true],
    ['10余次', '>', '10', '次', true],
    ['≥13459.00(平方米)', '≥', '13459.00', '平方米', true],
    ['50%/100%', 'text', null, null, true],
    ['2024年12月底前', 'text', null, null, false],
    ['每年1月-3月', 'text', null, null, false],
    ['显著提高', 'text', null, null, false],
    ['预计在3年内有所提升', 'text', null, null, false],
    ['', 'text', null, null, false],
  ] as const)('%s', (raw, operator, value, unit, quantitative) =>
    expect(readTarget(raw)).toEqual({ operator, value, unit, quantitative }),
  );
  it('takes the unit from its column where the target has none', () => {
    expect(readTarget('大于等于95', '%')).toMatchObject({ operator: '≥', value: '95', unit: '%' });
  });
});

describe('labels', () => {
  it.each([
    ['产出 指标', 'level1'],
    ['单位产出', 'level1'],
    ['数量', 'level2'],
    ['社会\n效益', 'level2'],
    ['服务对象', 'level2'],
    ['成本指标', 'cost'],
    ['满意度指标', 'satisfaction'],
    ['产出指标（50分）', 'level1'],
    ['长期绩效目标', 'caption'],
  ])('%s', (text, kind) => expect(readLabel(text)?.kind).toBe(kind));
  it.each(['参保率', '完成业务培训', '数量不少于三家', ''])('not a label: %s', (text) =>
    expect(readLabel(text)).toBeNull(),
  );
});

describe('indicatorName', () => {
  it.each([
    ['指标1: 开展培训', '开展培训'],
    ['指标: 完成宣传', '完成宣传'],
    ['2.发放人数', '发放人数'],
    ['指标2:', ''],
    ['…..', ''],
    ['不适用', ''],
    ['60年代补助', '60年代补助'],
    ['2.5万元以下补助', '2.5万元以下补助'],
  ])('%s', (text, name) => expect(indicatorName(text)).toBe(name));
});

describe('a project form', () => {
  const head = [
    '项目名称||河道清淤||',
    '资金金额(万元)||实施期资金总额:||24',
    '||其中:财政拨款||24',
    '||其他资金||',
  ];
  const header = '年度绩效指标|一级指标|二级指标|三级指标|指标值|备注';
  it('carries labels down, puts slid cells back and skips placeholders', () => {
    expect(
      brief(
        form([
          ...head,
          header,
          '|产出指标|数量指标|指标1: 清淤河段|≥12段|',
          '|||指标2:||',
          '||质量指标|验收合格率|100%|',
          '|时效指标|指标1: 按期完成|2024年底||',
          '|成本指标|指标1: 控制数|24万元||',
          '|社会效益指标|社会效益指标|水质|显著提高|',
          '||||可持续影响指标|长期保持|长期',
          '满意度指标|服务对象|居民满意|≥95%||',
          '|满意度指标|企业满意|≥90%||',
          '指标2: 游客满意|||≥80%||',
        ]),
      ),
    ).toEqual([
      '产出指标/数量指标/清淤河段: ≥ 12段',
      '产出指标/质量指标/验收合格率: = 100%',
      '产出指标/时效指标/按期完成: text 2024年底',
      '产出指标/成本指标/控制数: = 24万元',
      '效益指标/社会效益指标/水质: text 显著提高',
      '效益指标/可持续影响指标/长期保持: text 长期',
      '满意度指标/服务对象满意度指标/居民满意: ≥ 95%',
      '满意度指标/服务对象满意度指标/企业满意: ≥ 90%',
      '满意度指标/服务对象满意度指标/游客满意: ≥ 80%',
    ]);
  });
  it('knows the newer form by its kinds of cost', () => {
    expect(
      brief(
        form([
          ...head,
          header,
          '|成本指标|经济成本指标|总额|≤24万元|',
          '||社会成本指标|||',
          '|产出指标|数量指标|清淤|3段|',
        ]),
      ),
    ).toEqual(['成本指标/经济成本指标/总额: ≤ 24万元', '产出指标/数量指标/清淤: = 3段']);
  });
  it('gives rows above their label the label printed below', () => {
    const lines = [header, '|||甲|≥1次|', '|||乙|≥2次|', '|产出指标|数量指标|丙|≥3次|'];
    expect(brief(form(lines)).map((line) => line.split('/')[1])).toEqual([
      '数量指标',
      '数量指标',
      '数量指标',
    ]);
    expect(normaliseIndicators(form(lines), context).issues).toEqual([]);
  });
  it('takes a lost label from the form’s order, and says so', () => {
    const result = normaliseIndicators(form([header, '|||甲|12段|', '||质量指标|乙|100%|']), context);
    expect(result.indicators.map((i) => i.level2)).toEqual(['数量指标', '质量指标']);
    expect(result.issues.map((issue) => issue.code)).toEqual(['indicator-level-inferred']);
  });
  it('states its amounts in yuan, the project with them', () => {
    const { facts } = normaliseIndicators(form([...head, header, '|产出指标|数量指标|清淤|3段|']), context);
    expect(facts.map((fact) => [fact.label, fact.yuan, fact.project, fact.is_total])).toEqual([
      ['实施期资金总额', '240000.00', '河道清淤', true],
      ['财政拨款', '240000.00', '河道清淤', false],
    ]);
  });
  it('leaves telephone numbers, codes and years alone', () => {
    const lines = ['项目名称|清淤|项目代码|4201032220', '项目负责人|张|联系电话|85587573', '项目年度|2024'];
    expect(normaliseIndicators(form(lines), context)).toMatchObject({ facts: [], issues: [] });
  });
  it('says what it can’t place where an amount would stand', () => {
    const { issues } = normaliseIndicators(form(['项目名称|清淤', '|||12.50']), context);
    expect(issues.map((issue) => [issue.code, issue.locator])).toEqual([['unplaced-cell', 'L2#3']]);
  });
});

describe('earlier years and horizons', () => {
  const table = form([
    '长期绩效目标表|||||||',
    '目标名称|一级指标|二级指标|三级指标|指标值|指标值确定依据||',
    '长期绩效目标|产出指标|数量指标|巡查|≥90次|计划||',
    '年度绩效目标表|||||||',
    '目标名称|一级指标|二级指标|三级指标|指标值|||指标值确定依据',
    '||||前年|上年|预计当年实现|',
    '年度绩效目标|产出指标|数量指标|巡查|=30次|/|≥30次|计划',
    '|时效指标||按期率|=100%|=100%|≥90%|计划',
    '|||产出指标|质量指标|合格率|=98%|=99%',
  ]);
  const { indicators, issues } = normaliseIndicators(table, context);
  it('tells annual from long-term', () => {
    expect(indicators.map((i) => [i.horizon, i.target_raw])).toEqual([
      ['long-term', '≥90次'],
      ['annual', '≥30次'],
      ['annual', '≥90%'],
      ['annual', ''],
    ]);
  });
  it('keeps what earlier years printed', () => {
    expect(indicators[1]?.prior).toEqual([{ fiscal_year: 2022, raw: '=30次' }]);
    expect(indicators[2]?.prior).toEqual([
      { fiscal_year: 2022, raw: '=100%' },
      { fiscal_year: 2023, raw: '=100%' },
    ]);
  });
  it('says where the target slid out of the table', () => {
    expect(issues.map((issue) => [issue.code, issue.locator])).toEqual([['lost-cell', 'L9#5']]);
  });
});

describe('other layouts', () => {
  it('reads comparison, value and unit from columns of their own', () => {
    expect(
      brief(
        form(
          [
            '一级指标|二级指标|三级指标|评分标准|绩效指标描述|指标值|指标值确定依据',
            '|||||符号|值|单位|',
            '单位产出|数量|检查次数|每少一次扣分|检查|≥|2|次|计划',
            '|成本|控制数|超出扣分|控制|文字描述||批复数|预算',
            '单位效果|社会|水安全|安全得分|安全|文字描述||安全|计划',
          ],
          { statement: 'performance-overall' },
        ),
      ),
    ).toEqual([
      '产出指标/数量指标/检查次数: ≥ 2次',
      '产出指标/成本指标/控制数: text 批复数',
      '效益指标/社会效益指标/水安全: text 安全',
    ]);
  });
  it('reads a table of many projects, each amount once', () => {
    const lines = [
      '单位代码|单位（专项）名称|资金总额|绩效目标|绩效指标||||||',
      '||||一级指标|二级指标|三级指标|指标值|度量单位|指标值类型',
      '201001|青石市水务局|30.00|||||||',
      '201001|清淤|20.00|目标|产出指标|数量指标|河段|大于等于3|段|定量',
      '|||||质量指标|||||',
      '201001|清淤|20.00|目标|效益指标|社会效益指标|水质|较好|年度|定性',
      '满意度指标|服务对象满意度指标|居民满意|大于等于85%||百分比|定量|||',
      '201001|巡查|10.00|目标|产出指标|数量指标|次数|12|次|定量',
    ];
    const { indicators, facts } = normaliseIndicators(form(lines), context);
    expect(indicators.map((i) => [i.project, i.level2, i.operator, i.value, i.unit])).toEqual([
      ['清淤', '数量指标', '≥', '3', '段'],
      ['清淤', '社会效益指标', 'text', null, null],
      ['清淤', '服务对象满意度指标', '≥', '85', '%'],
      ['巡查', '数量指标', '=', '12', '次'],
    ]);
    expect(facts.map((fact) => [fact.project, fact.yuan])).toEqual([
      [null, '300000.00'],
      ['清淤', '200000.00'],
      ['巡查', '100000.00'],
    ]);
  });
  it('reads merged labels and a comparison column of markup', () => {
    expect(
      brief(
        exactForm([
          '项目名称|资金总额|一级指标|二级指标|三级指标|绩效指标性质|本年绩效指标值|绩效度量单位',
          '清淤*3|20.00*3|产出指标*2|数量指标|河段|＝|3|段',
          '~|~|~|质量指标|合格率|≥|95|%',
          '~|~|满意度指标|服务对象满意度指标|满意度|≥|90|%',
        ]),
      ),
    ).toEqual([
      '产出指标/数量指标/河段: = 3段',
      '产出指标/质量指标/合格率: ≥ 95%',
      '满意度指标/服务对象满意度指标/满意度: ≥ 90%',
    ]);
  });
  it('goes on with a form that a page cut', () => {
    const first = exactForm([
      '项目名称|清淤||',
      '一级指标|二级指标|三级指标|指标值',
      '产出指标|数量指标|河段|≥3段',
    ]);
    const second = exactForm(['效益指标|社会效益指标|水质|提高', '满意度指标|服务对象满意度指标|居民|≥90%']);
    const { indicators } = normaliseForms([first, { ...second, tableId: 't02' }], context);
    expect(indicators.map((i) => [i.project, i.level3])).toEqual([
      ['清淤', '河段'],
      ['清淤', '水质'],
      ['清淤', '居民'],
    ]);
  });
  it('takes the project from the title of a table without a name', () => {
    const table = form(['一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|河段|3段'], {
      title: '1、河道清淤[区级]绩效目标表',
    });
    expect(normaliseIndicators(table, context).indicators[0]?.project).toBe('河道清淤[区级]');
  });
});

describe('units of a form', () => {
  const tasks = [
    '年度主要任务|任务名称|主要内容|单位：元||',
    '|||总额|财政拨款|其他资金',
    '|基本支出|运转|100.51|100.51|',
    '|金额合计||100.51|100.51|',
  ];
  it('two units contradict: the one that is not absurdly small wins, and an issue says so', () => {
    const { facts, issues } = normaliseIndicators(form(tasks, { statement: 'performance-overall' }), context);
    expect(facts[0]).toMatchObject({
      label: '基本支出',
      yuan: '1005100.00',
      measure: 'basic',
      column_label: '总额',
    });
    expect(issues.map((issue) => issue.code)).toEqual(['conflicting-unit']);
  });
  it('without a unit line the texts of the form tell it', () => {
    const table = form(['项目名称|清淤||', '项目总预算||项目当年预算|6', '说明|2023年预算安排6万||'], {
      unit: null,
    });
    const { facts, issues } = normaliseIndicators(table, context);
    expect(facts[0]?.yuan).toBe('60000.00');
    expect(issues.map((issue) => issue.code)).toEqual(['inferred-unit']);
  });
});

describe('hostile forms', () => {
  const cell = fc.constantFrom(
    '',
    '一级指标',
    '二级指标',
    '三级指标',
    '指标值',
    '产出指标',
    '数量指标',
    '成本指标',
    '满意度指标',
    '指标1: 甲',
    '≥2次',
    '100%',
    '12.50',
    '项目名称',
    '资金总额',
    '前年',
    '上年',
    '符号',
    '值',
    '单位',
    '合计',
    '年度绩效目标表',
    '/',
    '1,23.4',
    '备注:1',
  );
  const line = fc.array(fc.oneof(cell, fc.string({ maxLength: 12 })), { minLength: 1, maxLength: 9 });
  it('never throws; every indicator has a name and every fact an ASCII id', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), fc.boolean(), (rows, exact) => {
        const lines = rows.map((cells) => cells.map((text) => text.replaceAll('|', '')).join('|'));
        const { indicators, facts } = normaliseIndicators(exact ? exactForm(lines) : form(lines), context);
        for (const indicator of indicators) expect(indicator.level3).not.toBe('');
        const ids = facts.map((fact) => fact.fact_id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 300 },
    );
  });
});
