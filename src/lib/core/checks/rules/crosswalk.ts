import { codeName, crosswalk } from '../../codes/index.ts';
import type { Fact } from '../../model/extract.ts';
import { groupBy, type Context, type Figure } from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';
import { quantitiesOf, type Entry } from '../judge/quantities.ts';
import { tableWord } from '../judge/words.ts';

/** Lines that print both classes: the ministry’s crosswalk allows the pair. */
function pairs(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const [tableId, facts] of context.factsOf) {
    const lines = facts.filter((fact) => isPair(fact) && context.figure(fact)?.yuan.isZero() === false);
    if (lines.length === 0) continue;
    const odd = [...groupBy(lines, (fact) => `${fact.code}-${fact.gov_code}`)].filter(
      ([pair]) => !allowed(pair),
    );
    for (const [pair, own] of odd) drafts.push(oddPair(tableId, pair, own));
    const fitting = lines.filter((fact) => allowed(`${fact.code}-${fact.gov_code}`));
    if (fitting.length > 0 && odd.length === 0) drafts.push(allFit(context, tableId, fitting));
  }
  return drafts;
}

function isPair(fact: Fact): boolean {
  return (
    fact.code !== null &&
    fact.gov_code !== null &&
    /^3\d{4}$/.test(fact.code) &&
    /^5\d{4}$/.test(fact.gov_code)
  );
}

/** A class that the list doesn’t know at all may stand beside anything. */
function allowed(pair: string): boolean {
  const [dept = '', gov = ''] = pair.split('-');
  const known = crosswalk(dept);
  return (
    known.length === 0 || known.some((entry) => entry.govCode === gov || entry.govCode === gov.slice(0, 3))
  );
}

function oddPair(tableId: string, pair: string, facts: readonly Fact[]): Draft {
  const [dept = '', gov = ''] = pair.split('-');
  const usual = crosswalk(dept).map((entry) => entry.govCode);
  const names = (code: string) =>
    codeName(code.startsWith('3') ? 'dept-economic' : 'gov-economic', code) ?? '';
  return {
    subject: `${tableId}.${pair}`,
    compared: null,
    terms: [],
    verdict: { status: 'broken', facts: facts.map((fact) => fact.fact_id), claims: [] },
    wording: {
      kind: 'said',
      sentence: {
        zh: `部门经济科目 ${dept} ${names(dept)}对应了政府经济科目 ${gov} ${names(gov)}，对照表中为 ${usual.join('、')}。`,
        en: `Departmental class ${dept} stands beside government class ${gov}; the crosswalk has ${usual.join(', ')}.`,
      },
    },
  };
}

function allFit(context: Context, tableId: string, facts: readonly Fact[]): Draft {
  const table = tableWord(context.tables.get(tableId));
  const count = new Set(facts.map((fact) => `${fact.code}-${fact.gov_code}`)).size;
  return {
    subject: tableId,
    compared: null,
    terms: [],
    verdict: { status: 'exact', facts: facts.map((fact) => fact.fact_id), claims: [] },
    wording: {
      kind: 'said',
      sentence: {
        zh: `${table.zh}中 ${count} 组部门、政府经济科目的对应都符合对照表。`,
        en: `All ${count} pairs of departmental and government classes in ${table.en} are in the crosswalk.`,
      },
    },
  };
}

/** Where the two classifications stand in separate tables: a government class is the sum of the classes that go to it. */
function converted(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const { entries } = quantitiesOf(context);
  for (const measure of ['total', 'basic', 'personnel', 'public'] as const) {
    const dept = new Map<string, Entry>();
    for (const [key, list] of entries) {
      const match = /^dept-economic\|(\d{5})\|(\w+)$/.exec(key);
      const entry = list.find((each) => each.figures.every((figure) => figure.fact?.gov_code === null));
      if (match?.[1] && match[2] === measure && entry) dept.set(match[1], entry);
    }
    if (dept.size === 0) continue;
    for (const [key, list] of entries) {
      const match = /^gov-economic\|(\d{5})\|(\w+)$/.exec(key);
      if (!match?.[1] || match[2] !== measure) continue;
      const figure = list.find((entry) => entry.figures.length === 1)?.figures[0];
      const parts = figure ? partsOf(match[1], dept) : [];
      if (figure && isGovernment(figure) && parts.length > 0)
        drafts.push(conversion(match[1], measure, figure, parts));
    }
  }
  return drafts;
}

function isGovernment({ fact }: Figure): boolean {
  return fact?.axis === 'gov-economic' || fact?.column_code?.startsWith('5') === true;
}

function partsOf(govCode: string, dept: ReadonlyMap<string, Entry>): Figure[] {
  const parts: Figure[] = [];
  for (const [code, entry] of dept) {
    const administrative = crosswalk(code).filter((each) => each.condition !== 'institution');
    if (administrative[0]?.govCode === govCode) parts.push(...entry.figures);
  }
  return parts;
}

function conversion(govCode: string, measure: string, compared: Figure, parts: Figure[]): Draft {
  return {
    subject: `${govCode}.${measure}`,
    compared,
    terms: parts.map(plus),
    wording: {
      kind: 'sum',
      parts: {
        zh: `对照表中归入该科目的 ${parts.length} 个部门经济科目`,
        en: `the ${parts.length} departmental classes that the crosswalk puts there`,
      },
    },
  };
}

/** A department’s procurement by economic class against what the class has in all. */
function procurementClasses(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const { entries } = quantitiesOf(context);
  for (const [tableId, facts] of context.factsOf) {
    if (facts[0]?.statement !== 'procurement') continue;
    const lines = facts.filter(
      (fact) =>
        fact.measure === 'total' && fact.fund === 'all' && !fact.is_total && /^3\d{4}$/.test(fact.code ?? ''),
    );
    const total = facts.find((fact) => fact.is_total && fact.measure === 'total');
    const figure = total ? context.figure(total) : null;
    const classes = groupBy(lines, (fact) => fact.code ?? '');
    const capital = entries.get('dept-economic|310|total')?.find((entry) => entry.figures.length === 1)
      ?.figures[0];
    if (!figure || !capital || capital.yuan.isZero() || classes.size === 0) continue;
    const booked = lines
      .filter((fact) => fact.code?.startsWith('310'))
      .flatMap((fact) => context.figure(fact) ?? []);
    if (!figure.yuan.eq(capital.yuan) || booked.length > 0) continue;
    drafts.push({
      subject: tableId,
      compared: null,
      terms: [],
      verdict: {
        status: 'broken',
        facts: [capital, figure]
          .flatMap((each) => each.fact?.fact_id ?? [])
          .concat(lines.map((fact) => fact.fact_id)),
        claims: [],
      },
      wording: {
        kind: 'said',
        sentence: bookedElsewhere(context, tableId, capital, figure, [...classes.keys()]),
      },
    });
  }
  return drafts;
}

function bookedElsewhere(
  context: Context,
  tableId: string,
  capital: Figure,
  total: Figure,
  codes: readonly string[],
) {
  const table = tableWord(context.tables.get(tableId));
  const other = tableWord(context.tables.get(capital.fact?.table_id ?? ''));
  const names = codes.map((code) => `${code} ${codeName('dept-economic', code) ?? ''}`.trim());
  return {
    zh: `${table.zh}的采购合计 ${total.fact?.raw ?? ''} ${total.unit}列在 ${names.join('、')}，${other.zh}的 310 资本性支出恰为同额，两表科目不一致。`,
    en: `Procurement of ${total.fact?.raw ?? ''} in ${table.en} is booked under ${codes.join(', ')}, while ${other.en} has the same amount under 310: the classes contradict each other.`,
  };
}

export const CROSSWALK_RULES: readonly CheckRule[] = [
  {
    id: 'crosswalk-pair',
    family: 'codes',
    name: { zh: '两套经济科目的对应', en: 'Pairs of economic classes' },
    meaning: {
      zh: '同一行印出的部门经济科目与政府经济科目，应在两套科目的对照表中成对。',
      en: 'A departmental and a government class printed on one line are a pair of the crosswalk.',
    },
    find: pairs,
  },
  {
    id: 'crosswalk-sum',
    family: 'codes',
    name: { zh: '按对照表换算', en: 'Converted by the crosswalk' },
    meaning: {
      zh: '分表列示两套经济科目的，政府经济科目等于对照表中归入它的部门经济科目之和（按机关口径）。',
      en: 'Where the two classifications stand in separate tables, a government class is the sum of the departmental classes that go to it (for administrative bodies).',
    },
    find: converted,
  },
  {
    id: 'procurement-class',
    family: 'codes',
    name: { zh: '采购与资本性支出的科目', en: 'Class of purchases' },
    meaning: {
      zh: '采购合计与资本性支出同额的，采购表应列在资本性支出科目下。',
      en: 'Where procurement equals capital expenditure, the procurement table books it there.',
    },
    find: procurementClasses,
  },
];
