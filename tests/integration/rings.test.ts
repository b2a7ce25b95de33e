import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** Samples are no files: rules that need a program are off. */
const lint = new ESLint({ overrideConfig: [ts.configs.disableTypeChecked] });

async function ringErrors(filePath: string, importPath: string): Promise<string[]> {
  const [result] = await lint.lintText(`export * from '${importPath}';\n`, { filePath });
  return (result?.messages ?? []).filter((m) => m.ruleId === 'no-restricted-imports').map((m) => m.message);
}

describe('imports go inwards only', () => {
  it.each([
    ['src/lib/core/money/sample.ts', '../../data/engine/engine.ts'],
    ['src/lib/core/money/sample.ts', 'node:fs'],
    ['src/lib/core/money/sample.ts', 'svelte'],
    ['src/lib/core/money/sample.ts', '@duckdb/duckdb-wasm'],
    ['src/lib/data/metrics/sample.ts', '../../view/state.ts'],
    ['src/lib/data/metrics/sample.ts', '$lib/core/money'],
    ['src/lib/data/metrics/sample.ts', '../../words/index.ts'],
    ['src/lib/words/sample.ts', '../view/state.ts'],
    ['src/lib/view/link/sample.ts', '../../ui/charts/render.ts'],
    ['src/lib/ui/charts/sample.ts', '../../../routes/+page.ts'],
    ['src/lib/ui/charts/sample.ts', '../../../cli/extract.ts'],
    ['src/lib/ui/components/home/sample.ts', '$lib/prerender/dataset'],
    ['src/lib/view/pages/sample.ts', '../../prerender/dataset.ts'],
    ['src/lib/prerender/sample.ts', '$lib/worker/client'],
    ['src/routes/sample/+page.ts', '$lib/prerender/dataset'],
  ])('%s may not import %s', async (file, target) => {
    expect(await ringErrors(file, target)).not.toEqual([]);
  });

  it.each([
    ['src/lib/core/money/sample.ts', '../text/index.ts'],
    ['src/lib/data/metrics/sample.ts', '../../core/money/index.ts'],
    ['src/lib/view/link/sample.ts', '../../data/metrics/types.ts'],
    ['src/lib/view/pages/sample.ts', '../../words/index.ts'],
    ['src/lib/ui/charts/sample.ts', '$lib/view/state'],
    ['src/lib/prerender/sample.ts', '$lib/ui/charts/render'],
    ['src/routes/sample/+page.server.ts', '$lib/prerender/dataset'],
    ['src/routes/sample/+server.ts', '$lib/prerender/dataset'],
  ])('%s may import %s', async (file, target) => {
    expect(await ringErrors(file, target)).toEqual([]);
  });
});
