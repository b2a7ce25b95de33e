import { describe, expect, it } from 'vitest';
import { sampleRow } from '../../../data/arrow/sample-rows.ts';
import type { RowOf } from '../../../data/arrow/tables.ts';
import { linesBelow, type StructureNode } from './structure.ts';

type Fact = RowOf<'facts'>;

let line = 0;
function fact(code: string | null, patch: Partial<Fact> = {}): Fact {
  line += 1;
  return sampleRow('facts', {
    fact_id: `t05.${code ?? 'x'}.${line}`,
    table_id: 't05',
    row: line,
    column: 3,
    axis: 'function',
    code,
    label: code ?? '某单位',
    yuan_text: '1.00',
    ...patch,
  });
}

const shape = (nodes: readonly StructureNode[]): unknown[] =>
  nodes.map(({ code, children }) => (children.length > 0 ? [code, shape(children)] : code));
const below = (facts: Fact[], code: string): unknown[] =>
  shape(linesBelow(facts, String(facts.find((entry) => entry.code === code)?.fact_id)));

describe('linesBelow', () => {
  const printed = [
    fact('208'),
    fact('20805'),
    fact('2080501'),
    fact('2080505'),
    fact('20830'),
    fact('210'),
    fact('21015'),
  ];
  it.each<[string, Fact[], string, unknown[]]>([
    ['groups and items', printed, '208', [['20805', ['2080501', '2080505']], '20830']],
    ['the last class', printed, '210', ['21015']],
    ['items without their group', [fact('301'), fact('30101'), fact('30102')], '301', ['30101', '30102']],
    ['rows without a code between', [fact('208'), fact(null), fact('20805')], '208', ['20805']],
    [
      'the same class of another unit',
      [fact('208'), fact('20805'), fact('208'), fact('20806')],
      '208',
      ['20805'],
    ],
    ['a blank cell', [fact('208'), fact('20805', { yuan_text: null })], '208', []],
    ['another column', [fact('208'), fact('20805', { column: 4 })], '208', []],
    ['another table', [fact('208'), fact('20805', { table_id: 't06' })], '208', []],
    ['a line that stands twice', [fact('302'), fact('30215'), fact('30215')], '302', ['30215', '30215']],
  ])('%s', (_, facts, code, expected) => {
    expect(below(facts, code)).toEqual(expected);
  });
  it('has nothing below a fact that is not there', () => {
    expect(linesBelow(printed, 'nowhere')).toEqual([]);
  });
});
