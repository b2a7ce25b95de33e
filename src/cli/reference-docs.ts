import { readFileSync, writeFileSync } from 'node:fs';
import { dataSections } from './reference/data.ts';
import { fillPage } from './reference/fill.ts';
import { metricSections } from './reference/metrics.ts';

/** Pages with sections that are made from the code. */
const PAGES = { 'docs/data.md': dataSections, 'docs/metrics.md': metricSections };

for (const [file, sections] of Object.entries(PAGES))
  writeFileSync(file, await fillPage(readFileSync(file, 'utf8'), sections()));
