import { describe, expect, it } from 'vitest';
import type { SourceBlock } from '../../model/index.ts';
import { decodeText, readText } from './index.ts';

function blocksOf(text: string | Uint8Array): SourceBlock[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const answer = readText({ name: 'a.txt', bytes });
  return answer.ok ? answer.document.blocks : [];
}

function outline(blocks: readonly SourceBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [`${block.locator} ${block.heading ?? ''}${block.text}`]
      : block.rows.map((row) => row.cells.map((cell) => `${cell.locator}=${cell.text}`).join(' ')),
  );
}

describe('readText', () => {
  it.each([
    ['tab-separated rows', 'a\tb\n1\t2', ['L1#0=a L1#1=b', 'L2#0=1 L2#1=2']],
    [
      'a title glued to the row above',
      'a\tb\n1\t2\n收支总表',
      ['L1#0=a L1#1=b', 'L2#0=1 L2#1=2', 'L3 收支总表'],
    ],
    ['markdown leftovers', '## **收支**说明\n- 一、概况', ['L1 2收支说明', 'L2 一、概况']],
    ['tags in a cell', '<b>项目</b>\t<p>甲</p>', ['L1#0=项目 L1#1=甲']],
    [
      'Markdown rows',
      '| 项目 | 金额 |\n|---|---:|\n| 甲 | 1.00 |',
      ['L1#0=项目 L1#1=金额', 'L3#0=甲 L3#1=1.00'],
    ],
    [
      'a wrapped cell between tabs',
      '编码\t名称\t金额\n30108\t养老\n保险缴费\t6.78\n30113\t公积金\t1.00',
      [
        'L1#0=编码 L1#1=名称 L1#2=金额',
        'L2#0=30108 L2#1=养老保险缴费 L3#1=6.78',
        'L4#0=30113 L4#1=公积金 L4#2=1.00',
      ],
    ],
    [
      'one cell a line, bookmark before the next title, no last newline',
      '\t项目\n\t金额\n\n\t一、收入\n\t1.00\n [bookmark: b2]支出总表\n\t项目\n\t金额',
      ['L1#0=项目 L2#0=金额', 'L4#0=一、收入 L5#0=1.00', 'L6 支出总表', 'L7#0=项目 L8#0=金额'],
    ],
    [
      'one cell a line, a cell on two lines',
      '\t指标\n\t社会\n效益\n\n\ta\n\tb',
      ['L1#0=指标 L2#0=社会效益', 'L5#0=a L6#0=b'],
    ],
  ])('%s', (_, text, expected) => {
    expect(outline(blocksOf(text))).toEqual(expected);
  });

  it('reads GB18030 where the bytes are no UTF-8, and UTF-8 that was cut in a character', () => {
    const gb = new Uint8Array([0xca, 0xd5, 0xd6, 0xa7]);
    expect(decodeText(gb)).toBe('收支');
    const cut = new TextEncoder().encode('收支').slice(0, 5);
    expect(decodeText(cut)).toBe('收');
  });

  it('refuses a file without text', () => {
    const answer = readText({ name: 'a.txt', bytes: new TextEncoder().encode(' \n\n') });
    expect(answer.ok ? null : answer.refusal.code).toBe('empty');
  });
});
