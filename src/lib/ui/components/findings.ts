import type { Answers } from '$lib/data/answers';
import type { Lang } from '$lib/core/model/localised';
import { METRICS } from '$lib/data/metrics/index';
import type { MetricRow } from '$lib/data/metrics/types';
import { formatDecimal } from '$lib/view/comparison/index';
import type { Series } from '$lib/view/comparison/types';
import { compareDefault } from '../session/defaults';
import { MESSAGES } from '../messages/index';
import { madeChecks } from './checks';

/** One line of "worth a look": what was found, and the page that shows it. */
export interface FindingLine {
  id: string;
  text: string;
  path: string;
  /** Whether figures do not tie, which is the one thing that is marked in red. */
  broken: boolean;
}

/** What stands out in the data set as a whole; only what the rounding intervals allow is said. */
export function findingsOf(answers: Answers, lang: Lang): FindingLine[] {
  const context: Context = { answers, lang };
  return [
    ...brokenSums(context),
    ...widestGap(context),
    ...transferShare(context),
    ...contradictions(context),
    ...missingHeadcounts(context),
  ];
}

interface Context {
  answers: Answers;
  lang: Lang;
}

function nameOf({ answers, lang }: Context, agencyId: string): string {
  const agency = answers.agencies.find((entry) => entry.agency_id === agencyId);
  if (!agency) return agencyId;
  return lang === 'en' ? agency.short_en : agency.short_zh;
}

function brokenSums(context: Context): FindingLine[] {
  const m = MESSAGES[context.lang].findings;
  return context.answers.documents
    .filter((document) => document.checks.broken > 0)
    .sort((a, b) => b.checks.broken / madeChecks(b) - a.checks.broken / madeChecks(a))
    .slice(0, 3)
    .map((document) => ({
      id: `broken-${document.document_id}`,
      text: m.notTie(nameOf(context, document.agency_id), document.checks.broken, madeChecks(document)),
      path: `/agencies/${document.agency_id}`,
      broken: true,
    }));
}

function markOf(
  series: Series | undefined,
): { number: number; low: number; high: number; text: string } | undefined {
  return series?.marks[0];
}

function widestGap({ answers, lang }: Context): FindingLine[] {
  const comparison = compareDefault(answers, 'staff-cost-per-head', lang);
  const ranked = [...comparison.series].sort((a, b) => (markOf(b)?.number ?? 0) - (markOf(a)?.number ?? 0));
  const [top, bottom] = [ranked[0], ranked.at(-1)];
  const [high, low] = [markOf(top), markOf(bottom)];
  if (!top || !bottom || !high || !low || high.low <= low.high || low.number <= 0) return [];
  return [
    {
      id: 'gap',
      text: MESSAGES[lang].findings.gap(
        METRICS['staff-cost-per-head'].name[lang],
        top.name,
        `${high.text} ${comparison.unitLabel}`,
        bottom.name,
        `${low.text} ${comparison.unitLabel}`,
        (high.number / low.number).toFixed(1),
      ),
      path: '/compare/staff-cost-per-head',
      broken: false,
    },
  ];
}

function transferShare(context: Context): FindingLine[] {
  const rows = context.answers.rows['project-share'];
  const drops = rows.flatMap((row) => {
    if (row.variant !== 'all' || row.value === null) return [];
    const without = rows.find(
      (other) =>
        other.variant === 'administration' &&
        other.document_id === row.document_id &&
        other.fiscal_year === row.fiscal_year,
    );
    if (!without?.value || !without.high || !row.low || Number(row.low) <= Number(without.high)) return [];
    return [{ row, from: Number(row.value), to: Number(without.value) }];
  });
  const widest = drops.sort((a, b) => b.from - b.to - (a.from - a.to))[0];
  if (!widest) return [];
  const m = MESSAGES[context.lang].findings;
  const name = nameOf(context, widest.row.agency_id);
  const from = `${formatDecimal(widest.from, 1)}%`;
  return [
    {
      id: 'transfers',
      text:
        widest.to === 0
          ? m.transfersOnly(name, from)
          : m.transfers(name, from, `${formatDecimal(widest.to, 1)}%`),
      path: '/compare/project-share?v=1&num=administration',
      broken: false,
    },
  ];
}

/** A table declared empty, and a figure in the prose all the same. */
function contradictions(context: Context): FindingLine[] {
  const { answers, lang } = context;
  const record = METRICS['three-public'];
  const seen = new Map<string, { row: MetricRow; item: string }>();
  for (const row of answers.rows['three-public']) {
    if (!row.notes.includes('prose-contradicts-empty-table') || !row.numerator || Number(row.numerator) === 0)
      continue;
    const item = record.items.find((entry) => entry.id === row.item);
    const whole = row.item === record.items[0]?.id;
    if (item && !(whole && seen.has(row.document_id)))
      seen.set(row.document_id, { row, item: item.name[lang] });
  }
  return [...seen.values()].map(({ row, item }) => ({
    id: `contradiction-${row.document_id}`,
    text: MESSAGES[lang].findings.contradiction(
      nameOf(context, row.agency_id),
      item,
      `${formatDecimal(row.numerator ?? '0', Number(row.numerator) % 1 === 0 ? 0 : 2)} ${MESSAGES[lang].compare.units.yuan}`,
    ),
    path: '/compare/three-public',
    broken: true,
  }));
}

function missingHeadcounts(context: Context): FindingLine[] {
  const { lang } = context;
  const comparison = compareDefault(context.answers, 'staff-cost-per-head', lang);
  const names = comparison.absent
    .filter((entry) => entry.reason === 'headcount-not-disclosed')
    .map((entry) => entry.name);
  if (names.length === 0) return [];
  const text = MESSAGES[lang];
  return [
    {
      id: 'missing',
      text: text.findings.missing(text.format.list(names), METRICS['staff-cost-per-head'].name[lang]),
      path: '/compare/staff-cost-per-head',
      broken: false,
    },
  ];
}
