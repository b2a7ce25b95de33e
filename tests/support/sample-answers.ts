import type { Agency, AnsweredDocument, Answers } from '../../src/lib/data/answers.ts';
import { evaluateRow } from '../../src/lib/data/metrics/evaluate.ts';
import type { MetricInputs } from '../../src/lib/data/metrics/evaluate.ts';
import type { MetricId, MetricRow, MetricUnit } from '../../src/lib/data/metrics/types.ts';

/**
 * Five invented agencies for tests and for working on the interface without the data set: 丁洲 and 戊泉
 * disclose no headcount, 甲川 and 乙岭 tie within rounding in staff cost, 丙河 declares its three-public
 * table empty and its prose contradicts it, 甲川 has several years.
 */
const SLACK_YUAN = '0.005';
const SLACK_WAN = '50';

interface SampleAgency extends Agency {
  year: number;
  scope: 'department' | 'unit';
  slack: string;
  headcount: { onBoard: string; establishment: string; asOf: string } | null;
  personnel: string;
  wages: string;
  retirees: string;
  public: string;
  project: string;
  transfers: string;
  total: string;
  lastTotal: string | null;
}

const SAMPLE: SampleAgency[] = [
  {
    ...agency('jiachuan-ybj', '甲川市医疗保障局', '甲川', 'Jiachuan', '990100', 'prefecture'),
    year: 2024,
    scope: 'department',
    slack: SLACK_YUAN,
    headcount: { onBoard: '40', establishment: '45', asOf: '2023-12-31' },
    personnel: '6000000.00',
    wages: '5400000.00',
    retirees: '210000.00',
    public: '480000.00',
    project: '1520000.00',
    transfers: '320000.00',
    total: '8000000.00',
    lastTotal: '7600000.00',
  },
  {
    ...agency('yiling-ybj', '乙岭县医疗保障局', '乙岭', 'Yiling', '990221', 'county'),
    year: 2024,
    scope: 'unit',
    slack: SLACK_WAN,
    headcount: { onBoard: '20', establishment: '22', asOf: '2024-12-31' },
    personnel: '3000000.00',
    wages: '2800000.00',
    retirees: '0.00',
    public: '260000.00',
    project: '740000.00',
    transfers: '0.00',
    total: '4000000.00',
    lastTotal: '4100000.00',
  },
  {
    ...agency('binghe-ybj', '丙河区医疗保障局', '丙河', 'Binghe', '990303', 'county'),
    year: 2024,
    scope: 'unit',
    slack: SLACK_WAN,
    headcount: { onBoard: '12', establishment: '12', asOf: '2024-12-31' },
    personnel: '1500000.00',
    wages: '1400000.00',
    retirees: '30000.00',
    public: '28000.00',
    project: '322000.00',
    transfers: '100000.00',
    total: '1850000.00',
    lastTotal: '1700000.00',
  },
  {
    ...agency('dingzhou-ybj', '丁洲区医疗保障局', '丁洲', 'Dingzhou', '990104', 'county'),
    year: 2023,
    scope: 'department',
    slack: SLACK_WAN,
    headcount: null,
    personnel: '4200000.00',
    wages: '3900000.00',
    retirees: '90000.00',
    public: '430000.00',
    project: '11370000.00',
    transfers: '9800000.00',
    total: '16000000.00',
    lastTotal: null,
  },
  {
    ...agency('wuquan-ybj', '戊泉市医疗保障局', '戊泉', 'Wuquan', '990581', 'county'),
    year: 2024,
    scope: 'department',
    slack: SLACK_WAN,
    headcount: null,
    personnel: '2600000.00',
    wages: '2500000.00',
    retirees: '0.00',
    public: '180000.00',
    project: '2220000.00',
    transfers: '0.00',
    total: '5000000.00',
    lastTotal: '5000000.00',
  },
];

/** Three-public in yuan: this year and last year, or null where not printed. */
const THREE_PUBLIC: Record<string, Record<string, [string | null, string | null]>> = {
  'jiachuan-ybj': items(
    ['41400.00', '20000.00'],
    ['0.00', '0.00'],
    ['31400.00', '10000.00'],
    ['10000.00', '10000.00'],
  ),
  'yiling-ybj': items(
    ['36000.00', '36000.00'],
    ['0.00', '0.00'],
    ['30000.00', '30000.00'],
    ['6000.00', '6000.00'],
  ),
  'binghe-ybj': items(['1900.00', null], [null, null], [null, null], ['1900.00', null]),
  'dingzhou-ybj': items(
    ['25000.00', '26500.00'],
    ['0.00', '0.00'],
    ['0.00', '0.00'],
    ['25000.00', '26500.00'],
  ),
  'wuquan-ybj': items(['8000.00', '8000.00'], ['0.00', null], ['0.00', null], ['8000.00', null]),
};

const LEVEL2 = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic-benefit',
  'social-benefit',
  'sustained-effect',
  'satisfaction',
];

/** Filled indicators by level-2 category; 戊泉 publishes none. */
const INDICATORS: Record<string, number[]> = {
  'jiachuan-ybj': [14, 9, 6, 5, 1, 6, 4, 4],
  'yiling-ybj': [8, 5, 4, 4, 0, 3, 1, 2],
  'binghe-ybj': [3, 2, 2, 1, 0, 1, 0, 1],
  'dingzhou-ybj': [21, 14, 9, 9, 2, 11, 6, 8],
};

/** An invented data set's answers to every metric. */
export function sampleAnswers(): Answers {
  const rows = {
    'staff-cost-per-head': perHead([
      ['personnel', (a) => a.personnel],
      ['wages', (a) => a.wages],
      ['in-service', (a) => minus(a.personnel, a.retirees)],
    ]),
    'project-share': SAMPLE.flatMap((a) => [
      line(a, { variant: 'all', numerator: a.project, denominator: a.total }, 'percent'),
      line(
        a,
        {
          variant: 'administration',
          numerator: minus(a.project, a.transfers),
          denominator: minus(a.total, a.transfers),
        },
        'percent',
      ),
    ]),
    'three-public': SAMPLE.flatMap(threePublicRows),
    'indicator-coverage': SAMPLE.flatMap(indicatorRows),
    'running-cost-per-head': perHead([['public', (a) => a.public]]),
    'operating-cost': [
      ...SAMPLE.map((a) =>
        line(a, { variant: 'amount', numerator: a.public, notes: ['from-prose'] }, 'yuan'),
      ),
      ...perHead([['per-head', (a) => a.public]]),
    ],
    'budget-change': SAMPLE.flatMap((a) => [
      line(a, { variant: 'amount', numerator: a.lastTotal && minus(a.total, a.lastTotal) }, 'yuan'),
      line(
        a,
        {
          variant: 'percent',
          numerator: a.lastTotal && minus(a.total, a.lastTotal),
          denominator: a.lastTotal,
        },
        'percent',
      ),
    ]),
    'meeting-training-per-head': perHead([
      ['meeting-training', (a) => (a.agency_id === 'dingzhou-ybj' ? null : '12000.00')],
    ]),
    'function-mix': SAMPLE.flatMap((a) => [
      line(
        a,
        { variant: 'class', item: '210', numerator: minus(a.total, '300000'), denominator: a.total },
        'percent',
      ),
      line(a, { variant: 'class', item: '208', numerator: '200000.00', denominator: a.total }, 'percent'),
      line(a, { variant: 'class', item: '221', numerator: '100000.00', denominator: a.total }, 'percent'),
    ]),
    'economic-mix': SAMPLE.flatMap((a) => [
      line(a, { variant: 'class', item: '301', numerator: a.wages, denominator: a.total }, 'percent'),
      line(
        a,
        { variant: 'class', item: '302', numerator: minus(a.total, a.personnel), denominator: a.total },
        'percent',
      ),
      line(
        a,
        { variant: 'class', item: '303', numerator: minus(a.personnel, a.wages), denominator: a.total },
        'percent',
      ),
    ]),
    'procurement-share': SAMPLE.map((a, i) =>
      line(
        a,
        { variant: 'all', numerator: i === 4 ? '0.00' : String(40000 * (i + 1)), denominator: a.total },
        'percent',
      ),
    ),
    'disclosure-completeness': SAMPLE.map((a, i) =>
      line(a, { variant: 'all', numerator: String(17 - 2 * i), denominator: '18', slack: '0' }, 'percent'),
    ),
    reconciliation: SAMPLE.map((a, i) =>
      line(a, { variant: 'all', numerator: String(110 - 7 * i), denominator: '120', slack: '0' }, 'percent'),
    ),
  } satisfies Record<MetricId, MetricRow[]>;
  return { release: '0123456789ab', agencies: SAMPLE.map(toAgency), documents: SAMPLE.map(toDocument), rows };
}

function agency(
  id: string,
  name: string,
  zh: string,
  en: string,
  region: string,
  level: Agency['level'],
): Agency {
  return {
    agency_id: id,
    name_zh: name,
    short_zh: `${zh}医保局`,
    short_en: `${en} Medical Security`,
    region_code: region,
    body: 'medical-security',
    level,
    peer_group: 'medical-security-local',
  };
}

function toAgency({
  agency_id,
  name_zh,
  short_zh,
  short_en,
  region_code,
  body,
  level,
  peer_group,
}: SampleAgency): Agency {
  return { agency_id, name_zh, short_zh, short_en, region_code, body, level, peer_group };
}

function toDocument(a: SampleAgency): AnsweredDocument {
  return {
    document_id: documentId(a),
    agency_id: a.agency_id,
    fiscal_year: a.year,
    stage: 'budget',
    scope: a.scope,
    headcount_as_of: a.headcount?.asOf ?? null,
    retiree_pay: a.retirees === '0.00' ? null : a.retirees,
    transport_in_personnel: a.agency_id === 'jiachuan-ybj' ? '96000.00' : null,
    transfer_projects: a.transfers === '0.00' ? null : a.transfers,
    hired_staff_projects: a.agency_id === 'dingzhou-ybj' ? ['聘用人员经费'] : [],
    title: `${a.name_zh}${a.year}年部门预算公开`,
    agency: a.name_zh,
    format: 'text',
    source_name: `${documentId(a)}.txt`,
    sha256: 'ab'.repeat(32),
    bytes: 40_000,
    fact_count: 640,
    checks: { exact: 96, rounding: 9, explained: 0, broken: 3, unchecked: 12 },
  };
}

function documentId(a: SampleAgency): string {
  return `${a.agency_id}-${a.year}`;
}

interface LineOptions {
  variant: string;
  numerator: string | null;
  denominator?: string | null;
  denominatorKind?: string;
  denominatorSlack?: string;
  item?: string;
  year?: number;
  slack?: string;
  status?: MetricRow['status'];
  reason?: MetricRow['reason'];
  notes?: MetricRow['notes'];
}

function line(a: SampleAgency, options: LineOptions, unit: MetricUnit): MetricRow {
  const { numerator, denominator = null } = options;
  const slack = options.slack ?? a.slack;
  const inputs: MetricInputs = {
    document_id: documentId(a),
    agency_id: a.agency_id,
    stage: 'budget',
    fiscal_year: options.year ?? a.year,
    variant: options.variant,
    denominator_kind: options.denominatorKind ?? '',
    item: options.item ?? '',
    numerator,
    numerator_slack: numerator === null ? null : slack,
    denominator,
    denominator_slack: denominator === null ? null : (options.denominatorSlack ?? slack),
    status: options.status ?? (numerator === null ? 'absent' : Number(numerator) === 0 ? 'zero' : 'reported'),
    reason: options.reason ?? null,
    absent_inputs: (numerator === null ? 1 : 0) + ('denominator' in options && denominator === null ? 1 : 0),
    numerator_facts: numerator === null ? [] : ['t3.r1.c1'],
    denominator_facts: denominator === null ? [] : ['t1.r9.c2'],
    notes: options.notes ?? [],
  };
  return evaluateRow(inputs, unit, 'denominator' in options);
}

function perHead(variants: [string, (a: SampleAgency) => string | null][]): MetricRow[] {
  return SAMPLE.flatMap((a) =>
    variants.flatMap(([variant, numerator]) =>
      (['on-board', 'establishment'] as const).map((kind) => {
        const heads = (kind === 'on-board' ? a.headcount?.onBoard : a.headcount?.establishment) ?? null;
        const row = line(
          a,
          {
            variant,
            denominatorKind: kind,
            numerator: numerator(a),
            denominator: heads,
            denominatorSlack: '0',
            reason: heads === null ? 'headcount-not-disclosed' : null,
          },
          'yuan-per-head',
        );
        return heads === null ? row : { ...row, denominator_facts: ['headcount:L20'] };
      }),
    ),
  );
}

function threePublicRows(a: SampleAgency): MetricRow[] {
  const empty = a.agency_id === 'binghe-ybj';
  return Object.entries(THREE_PUBLIC[a.agency_id] ?? {}).flatMap(([item, [now, before]]) =>
    [now, before].map((numerator, yearsBack) =>
      line(
        a,
        {
          variant: 'amount',
          item,
          year: a.year - yearsBack,
          numerator,
          reason: numerator === null ? (empty ? 'table-declared-empty' : 'figure-not-disclosed') : null,
          ...(a.agency_id === 'wuquan-ybj' && yearsBack === 1 && numerator !== null
            ? { status: 'derived' as const, notes: ['derived-from-change' as const] }
            : {}),
          ...(empty && numerator !== null
            ? { notes: ['from-prose', 'prose-contradicts-empty-table'] as const }
            : {}),
        },
        'yuan',
      ),
    ),
  );
}

function indicatorRows(a: SampleAgency): MetricRow[] {
  const counts = INDICATORS[a.agency_id];
  const cells = LEVEL2.map((item, i) =>
    line(
      a,
      {
        variant: 'all',
        item,
        numerator: counts ? String(counts[i] ?? 0) : null,
        slack: '0',
        reason: counts ? null : 'no-indicators',
      },
      'count',
    ),
  );
  const all = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
  const share = (variant: string, numerator: string, denominator: string, slack?: string): MetricRow =>
    line(
      a,
      {
        variant,
        numerator: counts ? numerator : null,
        denominator: counts ? denominator : null,
        reason: counts ? null : 'no-indicators',
        ...(slack === undefined ? {} : { slack }),
      },
      'percent',
    );
  return [
    ...cells,
    share('projects', '4', '5', '0'),
    share('money', minus(a.project, '100000'), a.project),
    share('categories', String(counts?.filter((count) => count > 0).length ?? 0), '8', '0'),
    share('quantitative', String(Math.floor(all * 0.7)), String(all), '0'),
  ];
}

function items(
  total: [string | null, string | null],
  abroad: [string | null, string | null],
  vehicle: [string | null, string | null],
  reception: [string | null, string | null],
): Record<string, [string | null, string | null]> {
  return { 'three-public': total, abroad, vehicle, reception };
}

function minus(a: string, b: string): string {
  const cents = (text: string): bigint => BigInt(text.replace('.', '') + (text.includes('.') ? '' : '00'));
  const digits = String(cents(a) - cents(b)).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
