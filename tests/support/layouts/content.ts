/** Amounts in fen (hundredths of a yuan); null where the cell stays empty. */
export type Amount = number | null;

/** A head of the table: what stands under it, or what its column holds. `means` names the figures for comparison. */
export interface Head {
  text: string;
  below?: readonly Head[];
  holds?: 'code' | 'name' | 'amount' | 'line';
  means?: string;
}

export interface Line {
  /** Functional or economic code; empty for totals and lines that are no class. */
  code: string;
  name: string;
  amounts: readonly Amount[];
}

/** One statement: heads, and lines in one list or in two side by side. */
export interface Statement {
  number: string;
  title: string;
  kind: string;
  heads: readonly Head[];
  lists: readonly (readonly Line[])[];
}

export interface InventedBudget {
  agency: string;
  year: number;
  prose: readonly string[];
  statements: readonly Statement[];
}

/** Small repeatable random numbers (mulberry32). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const FUNCTIONS: readonly [code: string, name: string, basic: boolean][] = [
  ['2010301', '行政运行', true],
  ['2010302', '一般行政管理事务', false],
  ['2080501', '行政单位离退休', true],
  ['2080505', '机关事业单位基本养老保险缴费支出', true],
  ['2080506', '机关事业单位职业年金缴费支出', true],
  ['2101101', '行政单位医疗', true],
  ['2101103', '公务员医疗补助', true],
  ['2101202', '财政对城乡居民基本医疗保险基金的补助', false],
  ['2101501', '行政运行', true],
  ['2101502', '一般行政管理事务', false],
  ['2101505', '医疗保障政策管理', false],
  ['2101506', '医疗保障经办事务', false],
  ['2101599', '其他医疗保障管理事务支出', false],
  ['2210201', '住房公积金', true],
  ['2210203', '购房补贴', true],
];
const CLASSES: Readonly<Record<string, string>> = {
  '201': '一般公共服务支出',
  '20103': '政府办公厅（室）及相关机构事务',
  '208': '社会保障和就业支出',
  '20805': '行政事业单位养老支出',
  '210': '卫生健康支出',
  '21011': '行政事业单位医疗',
  '21012': '财政对基本医疗保险基金的补助',
  '21015': '医疗保障管理事务',
  '221': '住房保障支出',
  '22102': '住房改革支出',
  '301': '工资福利支出',
  '302': '商品和服务支出',
  '303': '对个人和家庭的补助',
};
const ECONOMIC: readonly [code: string, name: string][] = [
  ['30101', '基本工资'],
  ['30102', '津贴补贴'],
  ['30103', '奖金'],
  ['30108', '机关事业单位基本养老保险缴费'],
  ['30109', '职业年金缴费'],
  ['30110', '职工基本医疗保险缴费'],
  ['30112', '其他社会保障缴费'],
  ['30113', '住房公积金'],
  ['30201', '办公费'],
  ['30207', '邮电费'],
  ['30211', '差旅费'],
  ['30217', '公务接待费'],
  ['30229', '福利费'],
  ['30239', '其他交通费用'],
  ['30302', '退休费'],
  ['30309', '奖励金'],
];

const sum = (amounts: readonly Amount[]): Amount =>
  amounts.some((amount) => amount !== null)
    ? amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)
    : null;

const addUp = (lines: readonly Line[], count: number): Amount[] =>
  Array.from({ length: count }, (_, column) => sum(lines.map((line) => line.amounts[column] ?? null)));

/** Lines of single classes with those above them, and the total first. */
function withClasses(lines: readonly Line[], lengths: readonly number[]): Line[] {
  const count = lines[0]?.amounts.length ?? 0;
  const all: Line[] = [{ code: '', name: '合计', amounts: addUp(lines, count) }];
  const seen = new Set<string>();
  for (const line of lines) {
    for (const length of lengths) {
      const code = line.code.slice(0, length);
      if (seen.has(code)) continue;
      seen.add(code);
      const parts = lines.filter((part) => part.code.startsWith(code));
      all.push({ code, name: CLASSES[code] ?? code, amounts: addUp(parts, count) });
    }
    all.push(line);
  }
  return all;
}

/** An amount parted among economic classes, each with its share in the columns 合计 and `column`. */
function shares(
  whole: Amount,
  classes: readonly (typeof ECONOMIC)[number][],
  random: (below: number) => number,
  grain: number,
  column: number,
): Line[] {
  if (whole === null) return [];
  let left = whole;
  return classes.map(([code, name], i) => {
    const part =
      i === classes.length - 1 ? left : Math.floor(((left / grain) * (1 + random(30))) / 100) * grain;
    left -= part;
    return { code, name, amounts: [part, ...[1, 2].map((at) => (at === column ? part : null))] };
  });
}

const text = (name: string): Head => ({ text: name, holds: 'name' });
const code = (name: string): Head => ({ text: name, holds: 'code' });
const amount = (name: string, means: string): Head => ({ text: name, holds: 'amount', means });

/** A budget whose sums hold; `grain` fen is what every amount is a multiple of. */
export function inventBudget(seed: number, grain = 10_000): InventedBudget {
  const random = randomNumbers(seed);
  const money = (least: number, most: number): number => (least + random(most - least)) * grain;
  const chosen = FUNCTIONS.filter(() => random(5) > 0);
  const items: readonly (typeof FUNCTIONS)[number][] =
    chosen.some(([, , basic]) => basic) && chosen.some(([, , basic]) => !basic) ? chosen : FUNCTIONS;
  const byUse = items.map(([item, name, basic]): Line => {
    const personnel = basic ? money(200, 90_000) : null;
    const running = basic && /运行/.test(name) ? money(100, 9_000) : null;
    const project = basic ? null : money(1, 900_000);
    const both = sum([personnel, running]);
    return { code: item, name, amounts: [sum([both, project]), both, personnel, running, project] };
  });
  const general = withClasses(byUse, [3, 5]);
  const total = general[0]?.amounts ?? [];
  const all = total[0] ?? 0;
  const pick =
    (columns: readonly number[]) =>
    (line: Line): Line => ({
      ...line,
      amounts: columns.map((column) => line.amounts[column] ?? null),
    });

  const economic = [
    ...shares(
      total[2] ?? null,
      ECONOMIC.filter(([item]) => !item.startsWith('302')),
      random,
      grain,
      1,
    ),
    ...shares(
      total[3] ?? null,
      ECONOMIC.filter(([item]) => item.startsWith('302')),
      random,
      grain,
      2,
    ),
  ].sort((a, b) => a.code.localeCompare(b.code));
  const classes = general.filter((line) => line.code.length === 3);
  const carried = money(1, 500);
  const income: Line[] = [
    { code: '', name: '一、一般公共预算拨款收入', amounts: [all - carried] },
    { code: '', name: '二、政府性基金预算拨款收入', amounts: [null] },
    { code: '', name: '三、国有资本经营预算拨款收入', amounts: [null] },
    { code: '', name: '四、财政专户管理资金收入', amounts: [null] },
    { code: '', name: '五、事业收入', amounts: [null] },
    { code: '', name: '六、其他收入', amounts: [null] },
    ...classes.slice(6).map((): Line => ({ code: '', name: '', amounts: [null] })),
    { code: '', name: '本年收入合计', amounts: [all - carried] },
    { code: '', name: '上年结转结余', amounts: [carried] },
    { code: '', name: '收入总计', amounts: [all] },
  ];
  const numerals = '一二三四五六七八九十';
  const spent: Line[] = classes.map((line, i) => ({
    code: '',
    name: `${numerals[i] ?? ''}、${line.name}`,
    amounts: [line.amounts[0] ?? null],
  }));
  while (spent.length < income.length - 3) spent.push({ code: '', name: '', amounts: [null] });
  spent.push(
    { code: '', name: '本年支出合计', amounts: [all] },
    { code: '', name: '年终结转结余', amounts: [null] },
    { code: '', name: '支出总计', amounts: [all] },
  );
  const vehicles = money(100, 3_000);
  const reception = money(1, 400);
  const year = 2024 + random(3);
  return {
    agency: ['青川市医疗保障局', '云溪县医疗保障局', '白河区民政局'][random(3)] ?? '',
    year,
    prose: [
      '第一部分 部门概况',
      '一、主要职责',
      '本部门负责拟订并组织实施有关政策和标准，指导下级单位的工作，完成上级交办的其他任务。',
      '二、机构设置',
      '本部门内设机构六个，人员编制40人，实有在职人员36人。',
      '第二部分 预算表',
    ],
    statements: [
      {
        number: '1',
        title: '部门收支总表',
        kind: 'budget-summary',
        heads: [
          { text: '收入', below: [text('项目'), amount('预算数', 'total')] },
          { text: '支出', below: [text('项目'), amount('预算数', 'total')] },
        ],
        lists: [income, spent],
      },
      {
        number: '2',
        title: '部门收入总表',
        kind: 'income-summary',
        heads: [
          code('科目编码'),
          text('科目名称'),
          amount('合计', 'all'),
          {
            text: '本年收入',
            below: [
              amount('小计', 'all'),
              amount('一般公共预算', 'general-public-budget'),
              amount('政府性基金预算', 'government-fund'),
              amount('事业收入', 'institution-income'),
              amount('其他收入', 'other-income'),
            ],
          },
          amount('上年结转结余', 'carry-over'),
        ],
        lists: [
          withClasses(
            byUse.map((line) => {
              const [own = null] = line.amounts;
              return { ...line, amounts: [own, own, own, null, null, null, null] };
            }),
            [3, 5],
          ),
        ],
      },
      {
        number: '3',
        title: '部门支出总表',
        kind: 'expenditure-summary',
        heads: [
          code('科目编码'),
          text('科目名称'),
          amount('合计', 'total'),
          amount('基本支出', 'basic'),
          amount('项目支出', 'project'),
          amount('事业单位经营支出', 'operating'),
          amount('上缴上级支出', 'remitted-up'),
          amount('对附属单位补助支出', 'subsidy-down'),
        ],
        lists: [general.map(pick([0, 1, 4, 9, 9, 9]))],
      },
      {
        number: '4',
        title: '一般公共预算支出表',
        kind: 'general-by-function',
        heads: [
          code('科目编码'),
          text('科目名称'),
          amount('合计', 'total'),
          {
            text: '基本支出',
            below: [amount('小计', 'basic'), amount('人员经费', 'personnel'), amount('公用经费', 'public')],
          },
          amount('项目支出', 'project'),
        ],
        lists: [general],
      },
      {
        number: '5',
        title: '一般公共预算基本支出表',
        kind: 'basic-by-economic',
        heads: [
          { text: '部门预算支出经济分类科目', below: [code('科目编码'), text('科目名称')] },
          {
            text: '本年一般公共预算基本支出',
            below: [amount('合计', 'total'), amount('人员经费', 'personnel'), amount('公用经费', 'public')],
          },
        ],
        lists: [withClasses(economic, [3])],
      },
      {
        number: '6',
        title: '一般公共预算“三公”经费支出表',
        kind: 'three-public',
        heads: [
          amount('“三公”经费合计', 'three-public'),
          amount('因公出国（境）费', 'abroad'),
          {
            text: '公务用车购置及运行费',
            below: [
              amount('小计', 'vehicle'),
              amount('公务用车购置费', 'vehicle-purchase'),
              amount('公务用车运行费', 'vehicle-running'),
            ],
          },
          amount('公务接待费', 'reception'),
        ],
        lists: [
          [
            {
              code: '',
              name: '',
              amounts: [vehicles + reception, null, vehicles, null, vehicles, reception],
            },
          ],
        ],
      },
    ],
  };
}
