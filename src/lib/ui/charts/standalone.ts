import type { ExportChart, ExportTable } from '$lib/view/export/index';
import { headLines } from '$lib/view/export/index';
import type { Palette } from './palette';
import { textWidth, wrapText } from './text-layout';

const MARGIN = 28;
const TITLE = { size: 20, leading: 1.35 };
const SMALL = { size: 12, leading: 1.5 };
const GAP = 14;
const NARROWEST = 560;

/** A picture of its own, in CSS pixels. */
export interface StandaloneChart {
  svg: string;
  width: number;
  height: number;
}

/**
 * A chart as a picture that can leave the page: title, unit and filters above, sources, release and address below, the
 * theme's colours and the system's fonts written into it. Nothing in it refers to anything outside.
 */
export function standaloneChart(chart: ExportChart, table: ExportTable, colours: Palette): StandaloneChart {
  const size = sizeOf(chart.svg);
  const inner = Math.max(NARROWEST, size.width);
  const width = inner + 2 * MARGIN;
  const { above, below } = words(table, chart.note);
  const title = block([table.title], inner, TITLE, MARGIN);
  const head = block(above, inner, SMALL, title.end + 4);
  const top = head.end + GAP;
  const rule = top + size.height + GAP;
  const foot = block(below, inner, SMALL, rule + GAP / 2);
  const height = Math.ceil(foot.end + MARGIN / 2);
  const ink = (name: string): string => colours.get(name) ?? '#000';
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${attribute(ink('--sans'))}" color="${ink('--ink')}" lang="${table.lang === 'zh' ? 'zh-CN' : 'en'}">`,
    `<title>${escapeXml(table.title)}</title>`,
    `<desc>${escapeXml([...above, ...below].join('\n'))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${ink('--paper')}"/>`,
    texts(title, `font-family="${attribute(ink('--serif'))}" font-weight="700" fill="${ink('--ink')}"`),
    texts(head, `fill="${ink('--muted')}"`),
    `<svg x="${MARGIN}" y="${top}" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" overflow="visible" font-size="10" text-anchor="middle" fill="currentColor" font-variant-numeric="tabular-nums">`,
    withColours(innerOf(chart.svg), colours),
    '</svg>',
    `<line x1="${MARGIN}" x2="${width - MARGIN}" y1="${rule}" y2="${rule}" stroke="${ink('--rule-strong')}"/>`,
    texts(foot, `fill="${ink('--muted')}"`),
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}

/** What stands above the chart and what below it. */
function words(table: ExportTable, note: string): { above: string[]; below: string[] } {
  const zh = table.lang === 'zh';
  const lines = headLines(table).filter(({ value }) => value !== table.title && !table.notes.includes(value));
  const said = ({ name, value }: { name: string; value: string }): string =>
    zh ? `${name}：${value}` : `${name}: ${value}`;
  const first = lines.findIndex(({ value }) => value === table.release);
  return {
    above: [
      lines
        .slice(0, first)
        .map(said)
        .join(zh ? '；' : '; '),
    ],
    below: [...(note === '' ? [] : [note]), ...lines.slice(first).map(said), zh ? '明账' : 'Mingzhang'],
  };
}

interface TextBlock {
  lines: { text: string; y: number }[];
  size: number;
  /** Where the next thing may begin. */
  end: number;
}

function block(
  paragraphs: readonly string[],
  width: number,
  { size, leading }: { size: number; leading: number },
  top: number,
): TextBlock {
  const wrapped = paragraphs
    .flatMap((paragraph) => wrapText(paragraph, width, size))
    .flatMap((line) => cutLong(line, width, size));
  const step = size * leading;
  const lines = wrapped.map((text, index) => ({ text, y: round(top + index * step + size) }));
  return { lines, size, end: top + wrapped.length * step };
}

/** An address has no places to break at, so it is broken anywhere. */
function cutLong(line: string, width: number, size: number): string[] {
  if (textWidth(line, size) <= width) return [line];
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    if (textWidth(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function texts({ lines, size }: TextBlock, attributes: string): string {
  return lines
    .map(
      ({ text, y }) =>
        `<text x="${MARGIN}" y="${y}" font-size="${size}" ${attributes}>${escapeXml(text)}</text>`,
    )
    .join('\n');
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width = '0', height = '0'] = /viewBox="0[ ,]0[ ,]([\d.]+)[ ,]([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** What stands inside the outermost element; a browser writes entities of HTML that XML doesn't know. */
function innerOf(svg: string): string {
  return svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')).replaceAll('&nbsp;', '&#160;');
}

function withColours(svg: string, colours: Palette): string {
  return svg.replace(/var\((--[a-z0-9-]+)\)/g, (whole, name: string) => colours.get(name) ?? whole);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(value: string): string {
  return value.replaceAll('"', "'");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
