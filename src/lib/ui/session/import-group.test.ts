import { describe, expect, it } from 'vitest';
import { groupFiles } from './import-group';

describe('files that are likely one disclosure', () => {
  it.each<[string, string[][]]>([
    ['narrative and tables', [['beijing-ybj-2026-narrative.pdf', 'beijing-ybj-2026-tables.pdf']]],
    ['in Chinese', [['某某局2024年部门预算公开说明.docx', '附件2：某某局2024年部门预算公开表.xlsx']]],
    ['two years', [['某某局2023年部门预算.pdf'], ['某某局2024年部门预算.pdf']]],
    ['two agencies', [['甲局2024年部门预算.pdf'], ['乙局2024年部门预算.pdf']]],
    ['names of figures alone', [['1.pdf'], ['2.pdf']]],
    ['a package beside', [['a-2024.zip'], ['a-2024.pdf']]],
  ])('%s', (_, groups) => {
    const files = groups.flat().map((name) => ({ name }));
    expect(groupFiles(files).map((group) => group.map(({ name }) => name))).toEqual(groups);
  });
});
