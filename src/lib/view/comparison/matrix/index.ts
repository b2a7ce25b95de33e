import { Decimal } from '../../../core/money/index.ts';
import type { Lang } from '../../../core/model/localised.ts';
import { figuresFor } from '../figures.ts';
import type { Figures } from '../figures.ts';
import { agencyName, makeAbsent, makeMark, makeSeries, measure, sortEntries } from '../marks.ts';
import { matrixTable } from './table.ts';
import { matrixSentence, matrixStatements } from './words.ts';
import type { ComparisonPart } from '../part.ts';
import { pickRow, rowsByAgency } from '../selection.ts';
import type { Selection } from '../selection.ts';
import type { AbsentEntry } from '../types.ts';
import type { MatrixEntry, Matrix } from './model.ts';

/** Agencies by category, a count in each cell, with the metric's shares beside them. */
export function compareMatrix(selection: Selection, lang: Lang): ComparisonPart {
  const matrix = buildMatrix(selection, lang);
  const { entries, absent, items, shares } = matrix;
  return {
    form: 'matrix',
    unitLabel: matrix.counts.label,
    columns: [
      ...items.map((item) => ({ key: item.id, label: item.name[lang], kind: 'count' as const })),
      ...shares.map((share) => ({ key: share.id, label: share.name[lang], kind: 'share' as const })),
    ],
    series: entries.map(({ series }) => series),
    absent,
    median: null,
    sentence: matrixSentence(matrix, lang),
    statements: matrixStatements(matrix, lang),
    table: matrixTable(matrix, lang),
    rows: [
      ...entries.flatMap((entry) => [
        ...entry.counts.flatMap(({ row }) => row ?? []),
        ...entry.shares.flatMap(({ picked }) => picked.row ?? []),
      ]),
      ...absent.flatMap(({ row }) => row ?? []),
    ],
  };
}

function buildMatrix(selection: Selection, lang: Lang): Matrix {
  const { input, variant, state } = selection;
  const { metric } = input;
  const chosen = selection.items.length > 0 ? selection.items : metric.items;
  const shares = metric.variants.filter(
    (other) => other.id !== variant.id && (other.unit ?? metric.unit) === 'percent',
  );
  const shareRows = shares.map((share) => ({ share, agencies: rowsByAgency(selection, share.id) }));
  const agencies = rowsByAgency(selection);
  const items = chosen.filter((item) =>
    agencies.some(({ rows, year }) =>
      rows.some((row) => row.item === item.id && row.fiscal_year === year && row.value !== null),
    ),
  );
  const percentValues = shareRows.flatMap((share) =>
    share.agencies.flatMap(({ rows, year }) =>
      rows.flatMap((row) => (row.fiscal_year === year ? (row.value ?? []) : [])),
    ),
  );
  const values = agencies.flatMap(({ rows }) => rows.flatMap((row) => row.value ?? []));
  const binary = values.length > 0 && values.every((value) => /^[01]$/.test(value));
  const counts = binary ? yesOrNo(lang) : figuresFor('count', state.unit, [], lang);
  const percents = figuresFor('percent', state.unit, percentValues, lang);
  const entries: MatrixEntry[] = [];
  const absent: AbsentEntry[] = [];
  agencies.forEach((rows, index) => {
    const { agency, year } = rows;
    const picked = chosen.map((item) => ({ item, picked: pickRow(selection, rows, year, item.id) }));
    if (year === null || picked.every(({ picked: { absence } }) => absence !== null)) {
      const first = picked[0]?.picked ?? pickRow(selection, rows, year, '');
      const reason = first.absence ?? 'figure-not-disclosed';
      absent.push(makeAbsent(agency, reason, first.row, variant.name[lang], lang));
      return;
    }
    const cells = picked
      .filter(({ item }) => items.includes(item))
      .map(({ item, picked: { row, absence } }) => ({ item, row: absence === null ? row : null }));
    const own = shareRows.flatMap(({ share, agencies: of }) => {
      const shareOf = of[index];
      return shareOf ? [{ variant: share, picked: pickRow(selection, shareOf, year, '') }] : [];
    });
    const marks = [
      ...cells.flatMap(({ item, row }) => (row ? [makeMark(row, counts, item.id, item.name[lang])] : [])),
      ...own.flatMap(({ variant: share, picked: { row, absence } }) =>
        row && absence === null ? [makeMark(row, percents, share.id, share.name[lang])] : [],
      ),
    ];
    entries.push({
      agency,
      year,
      counts: cells,
      shares: own,
      total: cells.reduce(
        (sum, { row }) => (row ? sum.plus(measure(row, counts).value) : sum),
        new Decimal(0),
      ),
      series: makeSeries(selection, agency, lang, marks, String(year)),
    });
  });
  if (new Set(entries.map(({ year }) => year)).size < 2) for (const { series } of entries) series.detail = '';
  const sorted = sortEntries<MatrixEntry>(
    entries,
    state.sort,
    ({ total }) => total,
    ({ agency }) => agencyName(agency, lang),
    lang,
  );
  return { entries: sorted, absent, items, shares, counts, percents, binary };
}

/** 有 and 无 in place of 1 and 0; sums stay numbers. */
function yesOrNo(lang: Lang): Figures {
  const numbers = figuresFor('count', 'yuan', [], lang);
  const words = lang === 'zh' ? ['无', '有'] : ['no', 'yes'];
  const text = (value: Decimal.Value): string => words[Number(value)] ?? numbers.text(value);
  return { ...numbers, text, cell: text };
}
