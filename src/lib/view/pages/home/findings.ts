import type { Answers } from '../../../data/answers.ts';
import type { Lang } from '../../../core/model/localised.ts';
import { METRICS } from '../../../data/metrics/index.ts';
import type { MetricId, MetricRow } from '../../../data/metrics/types.ts';
import { checksPath } from '../../link/pages/checks.ts';
import { figure, say, textOf, type Said } from '../../../words/say.ts';
import { formatDecimal } from '../../comparison/index.ts';
import type { Series } from '../../comparison/types.ts';
import { compareDefault } from '../../comparison/default.ts';
import { MESSAGES } from '../../../words/index.ts';
import { madeChecks } from '../checks/made.ts';
import { defaultView } from '../metric-view.ts';
import { citedText, type CitedText, type VerdictOf } from '../proofs.ts';
import type { MetricView } from '../metric-view.ts';

/** One line of "worth a look": what was found, and the page that shows it. */
export interface FindingLine {
  id: string;
  text: string;
  /** The text again, cut at the figures that lead to a proof, and the view that they are of. */
  parts: CitedText[];
  view: MetricView | null;
  path: string;
  /** Whether figures do not tie, which is the one thing that is marked in red. */
  broken: boolean;
}

interface Found {
  id: string;
  said: Said<MetricRow>;
  path: string;
  broken: boolean;
  /** Of which its figures are; left out where it names none. */
  metric?: MetricId;
}

/** What stands out in the data set as a whole; only what the rounding intervals allow is said. */
export function findingsOf(answers: Answers, lang: Lang, verdictOf: VerdictOf): FindingLine[] {
  const context: Context = { answers, lang };
  return [
    ...brokenSums(context),
    ...widestGap(context),
    ...transferShare(context),
    ...contradictions(context),
    ...missingHeadcounts(context),
  ].map(({ id, said, path, broken, metric }) => {
    const text = textOf(said);
    const view = metric ? defaultView(metric, answers.release, lang) : null;
    const parts = view ? citedText(said, view, verdictOf) : [{ text, proof: null }];
    return { id, text, path, broken, view, parts };
  });
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

function brokenSums(context: Context): Found[] {
  const m = MESSAGES[context.lang].findings;
  return context.answers.documents
    .filter((document) => document.checks.broken > 0)
    .sort((a, b) => b.checks.broken / madeChecks(b) - a.checks.broken / madeChecks(a))
    .slice(0, 3)
    .map((document) => ({
      id: `broken-${document.document_id}`,
      said: say`${m.notTie(nameOf(context, document.agency_id), document.checks.broken, madeChecks(document))}`,
      path: checksPath({ agency: document.agency_id }),
      broken: true,
    }));
}

function markOf(series: Series | undefined): Series['marks'][number] | undefined {
  return series?.marks[0];
}

function widestGap({ answers, lang }: Context): Found[] {
  const comparison = compareDefault(answers, 'staff-cost-per-head', lang);
  const ranked = [...comparison.series].sort((a, b) => (markOf(b)?.number ?? 0) - (markOf(a)?.number ?? 0));
  const [top, bottom] = [ranked[0], ranked.at(-1)];
  const [high, low] = [markOf(top), markOf(bottom)];
  if (!top || !bottom || !high || !low || high.low <= low.high || low.number <= 0) return [];
  return [
    {
      id: 'gap',
      said: MESSAGES[lang].findings.gap(
        METRICS['staff-cost-per-head'].name[lang],
        top.name,
        figure(high.said, high.row),
        bottom.name,
        figure(low.said, low.row),
        (high.number / low.number).toFixed(1),
      ),
      path: '/compare/staff-cost-per-head',
      broken: false,
      metric: 'staff-cost-per-head',
    },
  ];
}

function transferShare(context: Context): Found[] {
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
    return [{ row, without, from: Number(row.value), to: Number(without.value) }];
  });
  const widest = drops.sort((a, b) => b.from - b.to - (a.from - a.to))[0];
  if (!widest) return [];
  const m = MESSAGES[context.lang].findings;
  const name = nameOf(context, widest.row.agency_id);
  const from = figure(`${formatDecimal(widest.from, 1)}%`, widest.row);
  const to = figure(`${formatDecimal(widest.to, 1)}%`, widest.without);
  return [
    {
      id: 'transfers',
      said: widest.to === 0 ? m.transfersOnly(name, from) : m.transfers(name, from, to),
      metric: 'project-share',
      path: '/compare/project-share?v=1&num=administration',
      broken: false,
    },
  ];
}

/** A table declared empty, and a figure in the prose all the same. */
function contradictions(context: Context): Found[] {
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
  return [...seen.values()].map(({ row, item }) => {
    const name = nameOf(context, row.agency_id);
    const amount = row.numerator ?? '0';
    const said = `${formatDecimal(amount, Number(amount) % 1 === 0 ? 0 : 2)} ${MESSAGES[lang].compare.units.yuan}`;
    return {
      id: `contradiction-${row.document_id}`,
      said: MESSAGES[lang].findings.contradiction(name, item, figure(said, row)),
      path: '/compare/three-public',
      broken: true,
      metric: 'three-public',
    };
  });
}

function missingHeadcounts(context: Context): Found[] {
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
      said: say`${text.findings.missing(text.format.list(names), METRICS['staff-cost-per-head'].name[lang])}`,
      path: '/compare/staff-cost-per-head',
      broken: false,
    },
  ];
}
