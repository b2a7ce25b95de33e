import { raised } from '../../text/index.ts';

const BOOKMARK = /\[bookmark:[^\]]*\]/g;
const TAGS = /<\/?(?:b|i|u|p|br|strong|em|span|sup|sub|div|font)\b[^<>]*>/gi;
const RAISED = /<sup\b[^<>]*>([^<>]{1,6})<\/sup>/gi;
const HEADING = /^\s*(#{1,6})\s+/;
const BULLET = /^\s*[-*+•]\s+(?=\S)/;

/** A line of prose with what a converter left behind taken out, and the heading depth that it marked. */
export function stripLine(line: string): { text: string; heading: number | null } {
  let text = line.replace(BOOKMARK, '');
  const heading = HEADING.exec(text)?.[1]?.length ?? null;
  text = text.replace(HEADING, '').replace(BULLET, '');
  return { text: stripInline(text).trim(), heading };
}

/** A cell's text without converter leftovers; a lone `-` or `**` that is all there is stays a dash, or goes. */
export function stripCell(cell: string): string {
  const text = stripInline(cell.replace(BOOKMARK, ''));
  return text.trim();
}

/** Whether a line opens with a bookmark: the converter sets one before a title, glued to whatever stood above. */
export function opensWithBookmark(line: string): boolean {
  return /^\s*\[bookmark:/.test(line);
}

function stripInline(text: string): string {
  return text
    .replace(RAISED, (_, mark: string) => raised(mark))
    .replace(TAGS, ' ')
    .replaceAll('**', '');
}

/** A Markdown row of cells with tabs for its pipes; null for the line that only sets the head apart; other lines as they are. */
export function pipesToTabs(line: string): string | null {
  const cells = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]?.split('|');
  if (!cells) return line;
  if (cells.every((cell) => /^\s*:?-{2,}:?\s*$/.test(cell))) return null;
  return cells.map((cell) => cell.trim()).join('\t');
}
