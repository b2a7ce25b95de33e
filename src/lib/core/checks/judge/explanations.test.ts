import { describe, expect, it } from 'vitest';
import { checkExtract } from '../index.ts';
import { fact, input, only } from './invented.ts';

describe('a sum that the document itself explains', () => {
  const parts = (second: string) => [
    fact('100.00', { row: 1, code: '204' }),
    fact('60.00', { row: 2, code: '20402' }),
    fact(second, { row: 3, code: '20499' }),
  ];
  const table = (note: string) => ({
    tableId: 't1',
    statement: 'general-by-function' as const,
    unit: '元' as const,
    rows: [],
    notes: [{ kind: 'paragraph' as const, page: null, heading: null, locator: 'L9', text: note }],
  });
  const check = (second: string, note: string, text = '') =>
    only(
      checkExtract(input({ facts: parts(second) }), {
        tables: [table(note)],
        narrative: [{ locator: 'L20', text }],
      }),
      'code-children',
    );

  it('quotes the note of the table and leads to it', () => {
    const found = check('30.00', '（注：甲类内容涉密，公开时剔除。）');
    expect(found).toMatchObject({ status: 'explained', gap_yuan: '10.00', finding: null, claims: ['L9'] });
    expect(found.text).toContain('文件说明：“甲类内容涉密,公开时剔除”');
  });
  it.each([
    ['the text says it', '30.00', '', '部分涉密事项不予公开。', 'explained'],
    ['more than the total is left out of nothing', '55.00', '涉密内容已剔除', '', 'broken'],
    ['the note is about something else', '30.00', '本部门设有保密办公室', '', 'broken'],
    ['the last digits, by rounding', '39.98', '四舍五入可能存在尾差', '', 'explained'],
    ['more than the last digits', '30.00', '四舍五入可能存在尾差', '', 'broken'],
    ['nothing is said', '30.00', '', '', 'broken'],
  ])('%s', (_, second, note, text, status) => {
    expect(check(second, note, text).status).toBe(status);
  });
});
