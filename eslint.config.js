import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Rings, innermost first: each may import itself and what stands before it. */
const RINGS = ['core', 'data', 'words', 'view', 'ui', 'worker', 'prerender', 'routes'];
const MAY_IMPORT = {
  core: ['core'],
  data: ['core', 'data'],
  words: ['core', 'data', 'words'],
  view: ['core', 'data', 'words', 'view'],
  worker: ['core', 'data', 'worker'],
  ui: ['core', 'data', 'words', 'view', 'ui', 'worker'],
  prerender: ['core', 'data', 'words', 'view', 'ui', 'prerender'],
};

function ring(name) {
  const forbidden = RINGS.filter((other) => !MAY_IMPORT[name].includes(other));
  const patterns = [
    {
      regex: `^(\\.\\./)+(lib/)?(${forbidden.join('|')})/|^\\$lib/(${forbidden.join('|')})(/|$)`,
      message: `${name} may import ${MAY_IMPORT[name].join(', ')} only (CONTRIBUTING.md, rings).`,
    },
    { regex: '^(\\.\\./)+cli/', message: 'Nothing imports the command line programs.' },
  ];
  if (['core', 'data', 'words', 'view'].includes(name)) {
    patterns.push({
      regex: '^(svelte|\\$app|\\$lib|\\$env)(/|$)',
      message: `${name} knows nothing of Svelte; import by relative path.`,
    });
  }
  if (name === 'core') {
    patterns.push({
      regex: '^(node:|@duckdb/|apache-arrow|@observablehq/)',
      message: 'core is pure: no Node, DuckDB or Plot.',
    });
  }
  return {
    files: [`src/lib/${name}/**`],
    ignores: ['**/*.test.ts', '**/*.node.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default ts.config(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'static/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      'src/**/*.generated.ts',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNullish: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Spreading a text gives its code points, which is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Types of the DOM and of sparse arrays promise more than they hold.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      // An effect says by `void value` what it depends on.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['DataType'] }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      // SvelteKit's `base`: what it is put before are files and pages of languages, which `resolve` doesn't know.
      '@typescript-eslint/no-deprecated': ['error', { allow: ['base'] }],
      'svelte/no-navigation-without-resolve': 'off',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // The parser gives no types to what a component hands to a function in the markup; svelte-check does.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}', 'playwright.config.ts', 'src/service-worker.ts'],
    extends: [ts.configs.disableTypeChecked],
  },
  { files: ['src/cli/**', 'src/lib/prerender/**', 'tests/**'], rules: { 'no-console': 'off' } },
  ...Object.keys(MAY_IMPORT).map(ring),
  {
    files: ['src/routes/**'],
    ignores: ['**/+*.server.ts', '**/+server.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\$lib/prerender(/|$)',
              message: 'What runs at build time stays in server files of routes.',
            },
          ],
        },
      ],
    },
  },
);
