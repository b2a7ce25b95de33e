import type { Agency, AnsweredDocument, Answers } from '$lib/data/answers';
import type { MetricRow } from '$lib/data/metrics/types';

/** Names as long as real ones get. */
const NAMES: [string, string][] = [
  ['己山自治县医疗保障局', 'Jishan County Medical Security'],
  ['庚海新区医保中心', 'Genghai New Area Centre'],
  ['辛桥医保局', 'Xinqiao Medical Security'],
  ['壬江医保局', 'Renjiang Medical Security'],
  ['癸湖高新区医保事务中心', 'Guihu High-tech Zone Centre'],
  ['子岗医保局', 'Zigang Medical Security'],
];
const EARLIEST = 2019;

/** The invented data set with eleven agencies instead of five, and years back to 2019 for some of them. */
export function crowded(answers: Answers): Answers {
  const more = NAMES.map(([zh, en], index) => copyAgency(answers, index, zh, en));
  const rows = Object.fromEntries(
    Object.entries(answers.rows).map(([metric, own]) => [
      metric,
      [
        ...own,
        ...more.flatMap(({ from, agency }, index) => own.flatMap((row) => copyRow(row, from, agency, index))),
      ],
    ]),
  ) as Answers['rows'];
  return {
    ...answers,
    agencies: [...answers.agencies, ...more.map(({ agency }) => agency)],
    documents: [...answers.documents, ...more.map(({ document }) => document)],
    rows: { ...rows, 'three-public': [...rows['three-public'], ...earlierYears(rows['three-public'])] },
  };
}

function copyAgency(
  { agencies, documents }: Answers,
  index: number,
  zh: string,
  en: string,
): { from: string; agency: Agency; document: AnsweredDocument } {
  const template = agencies[index % agencies.length];
  const document = documents.find(({ agency_id }) => agency_id === template?.agency_id);
  if (!template || !document) throw new Error('the invented data set has no agencies');
  const agency_id = `${template.agency_id}-${index}`;
  return {
    from: template.agency_id,
    agency: { ...template, agency_id, name_zh: zh, short_zh: zh, short_en: en },
    document: { ...document, agency_id, document_id: `${document.document_id}-${index}`, title: `${zh}预算` },
  };
}

function copyRow(row: MetricRow, from: string, agency: Agency, index: number): MetricRow[] {
  if (row.agency_id !== from) return [];
  const scaled = (value: string | null): string | null =>
    value === null ? null : String(Number(value) * (row.denominator ? 1 : 1 - index * 0.13));
  return [
    {
      ...row,
      agency_id: agency.agency_id,
      document_id: `${row.document_id}-${index}`,
      value: scaled(row.value),
      low: scaled(row.low),
      high: scaled(row.high),
    },
  ];
}

/** Two agencies go back further, one of them with a gap. */
function earlierYears(rows: readonly MetricRow[]): MetricRow[] {
  return rows
    .filter(
      ({ agency_id, fiscal_year }) =>
        ['yiling-ybj', 'jiachuan-ybj'].includes(agency_id) && fiscal_year === 2023,
    )
    .flatMap((row) =>
      [2022, 2020, EARLIEST].map((fiscal_year) => ({
        ...row,
        fiscal_year,
        value: row.value === null ? null : String(Number(row.value) + (2023 - fiscal_year) * 2500),
        low: null,
        high: null,
      })),
    );
}
