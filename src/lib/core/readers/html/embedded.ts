import type { Issue, SourceBlock, SourceParagraph } from '../../model/index.ts';
import { isTitleLike, statedUnit, tableNumber } from '../../recognition/phrases.ts';

/** Stand in the text where something is embedded; private-use characters that no document prints. */
export const EMBEDDED_OBJECT = '\uf8f0';
export const EMBEDDED_PICTURE = '\uf8f1';
const MARKS = /[\uf8f0\uf8f1]/g;

/** Elements that bring a document of their own. */
export const isEmbedded = (name: string, attributes: Record<string, string>): boolean =>
  (name === 'object' || name === 'embed' || name === 'iframe') &&
  !/swf|flash|video|audio/i.test(
    `${attributes['type'] ?? ''}${attributes['src'] ?? ''}${attributes['data'] ?? ''}`,
  ) &&
  /\.(?:xlsx?|docx?|pdf|et|wps)\b|excel|word|sheet|pdf/i.test(Object.values(attributes).join(' '));

/**
 * Blocks without the marks of what is embedded, and an issue for each object, and for each picture right under a table's
 * title or unit line: its figures are in it and can't be read.
 */
export function takeEmbedded(blocks: readonly SourceBlock[]): { blocks: SourceBlock[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const kept: SourceBlock[] = [];
  for (const block of blocks) {
    const texts =
      block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.cells.map((c) => c.text));
    const marks: readonly string[] = texts.join('').match(MARKS) ?? [];
    if (marks.length === 0) {
      kept.push(block);
      continue;
    }
    const above = kept.at(-1);
    const locator = block.kind === 'paragraph' ? block.locator : (block.rows[0]?.cells[0]?.locator ?? null);
    const picture = above?.kind === 'paragraph' && headsTable(above) && block.kind === 'paragraph';
    if (marks.includes(EMBEDDED_OBJECT)) issues.push(embeddedIssue('object', locator));
    else if (picture && block.text.replace(MARKS, '').trim() === '')
      issues.push(embeddedIssue('picture', locator));
    const rest = withoutMarks(block);
    if (rest.kind === 'table' || rest.text !== '') kept.push(rest);
  }
  return { blocks: kept, issues };
}

const headsTable = ({ text }: SourceParagraph): boolean =>
  isTitleLike(text) || statedUnit(text) !== null || tableNumber(text) !== null;

function withoutMarks(block: SourceBlock): SourceBlock {
  if (block.kind === 'paragraph') return { ...block, text: block.text.replace(MARKS, '').trim() };
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, text: cell.text.replace(MARKS, '').trim() })),
  }));
  return { ...block, rows };
}

function embeddedIssue(kind: 'object' | 'picture', locator: string | null): Issue {
  return kind === 'object'
    ? {
        code: 'embedded-object',
        severity: 'warning',
        locator,
        text: '这里有一个内嵌对象（object，多为嵌入的工作表），其中的表没有读取；请打开后另存为单独的文件再读。',
      }
    : {
        code: 'embedded-picture',
        severity: 'warning',
        locator,
        text: '表题之下是一张内嵌图片（picture），图中的表没有文字，没有读取。',
      };
}
