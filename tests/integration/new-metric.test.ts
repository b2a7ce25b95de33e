import { afterAll, describe, expect, it, vi } from 'vitest';
import { loadAnswers, loadEngine } from '../../src/lib/data/answers.node.ts';
import { METRICS } from '../../src/lib/data/metrics/index.ts';
import type { MetricId } from '../../src/lib/data/metrics/index.ts';
import { comparisonEntries, comparisonPage } from '../../src/lib/prerender/comparison.ts';
import { leadGroups } from '../../src/lib/prerender/leads.ts';
import { SCATTER_METRICS } from '../../src/lib/view/scatter/state.ts';
import { defaultState } from '../../src/lib/view/state.ts';

/** The register with one line more. */
vi.mock(import('../../src/lib/data/metrics/register.ts'), async (original) => {
  const { REGISTER } = await original();
  const { INVENTED } = await import('../support/invented-metric.ts');
  return { REGISTER: [...REGISTER, INVENTED] as unknown as typeof REGISTER };
});

const ID = 'tables-published' as MetricId;

/** A page's data, as its server file makes them at build time. */
async function pageData<T>(module: Promise<{ load: unknown }>, params: Record<string, string>): Promise<T> {
  const { load } = await module;
  return (load as (event: { params: Record<string, string> }) => Promise<T>)({ params });
}

/** A metric that stands in the register alone: no other file of the product knows of it. */
describe('a metric added to the register', () => {
  afterAll(async () => (await loadEngine()).engine.close());

  it('is answered', async () => {
    const { rows, documents } = await loadAnswers();
    expect(rows[ID]).toHaveLength(documents.length);
    expect(rows[ID].every(({ value }) => Number(value) > 0)).toBe(true);
  });
  it('is on the home page, where it says so', async () => {
    const { panels } = await pageData<{ panels: { metric: string; question: string }[] }>(
      import('../../src/routes/[[lang=lang]]/+page.server.ts'),
      {},
    );
    expect(panels.map(({ question }) => question)).toContain(METRICS[ID].question.zh);
    expect(panels).toHaveLength(5);
  });
  it.each([
    ['zh', ''],
    ['en', 'en'],
  ] as const)('is in the list of comparisons and on a page of its own, in %s', async (lang, segment) => {
    const params = { lang: segment };
    const { metrics } = await pageData<{ metrics: { id: string; name: string; sentence: unknown[] }[] }>(
      import('../../src/routes/[[lang=lang]]/compare/+page.server.ts'),
      params,
    );
    const listed = metrics.find(({ id }) => id === ID);
    expect(listed?.name).toBe(METRICS[ID].name[lang]);
    expect(listed?.sentence.length).toBeGreaterThan(0);
    expect(comparisonEntries()).toContainEqual({ ...params, metric: ID });
    const page = await comparisonPage({ ...params, metric: ID });
    expect(page?.name).toBe(METRICS[ID].name[lang]);
    expect(page?.answers.rows.length).toBeGreaterThan(0);
  });
  it('has its answers as a file', async () => {
    const { entries } = await import('../../src/routes/answers/[metric].json/+server.ts');
    expect(await entries()).toContainEqual({ metric: ID });
  });
  it('is explained among the methods', async () => {
    const { metrics } = await pageData<{ metrics: { id: string; definition: string }[] }>(
      import('../../src/routes/[[lang=lang]]/methods/+page.server.ts'),
      { lang: 'en' },
    );
    expect(metrics.find(({ id }) => id === ID)?.definition).toBe(METRICS[ID].definition.en);
  });
  it('pairs with another, as far as it says so', () => {
    expect(SCATTER_METRICS).toContain(ID);
    expect(defaultState(ID)).toMatchObject({ metric: ID, variant: 'all', unit: 'yuan' });
  });
  it('is looked through for leads', async () => {
    const leads = (await leadGroups('zh')).flatMap((group) => group.leads);
    expect(leads.length).toBeGreaterThan(0);
    expect(leads.flatMap(({ metric, others }) => [metric, ...others.map((other) => other.metric)])).toContain(
      ID,
    );
  });
  it('is found', async () => {
    const { GET } = await import('../../src/routes/search.json/+server.ts');
    const response = await (GET as () => Promise<Response>)();
    expect(await response.text()).toContain(METRICS[ID].name.zh);
  });
});
