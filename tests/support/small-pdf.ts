/** What a page of a hand-made PDF draws. */
export interface SmallPage {
  /** Content stream operators; build them with text() and line(). */
  content: string;
  width?: number;
  height?: number;
  rotate?: 0 | 90 | 180 | 270;
}

const escape = (text: string): string => text.replace(/[\\()]/g, (c) => `\\${c}`);

/** Latin text at (x, y) from the bottom left; `turn` in degrees anticlockwise. */
export function text(x: number, y: number, shown: string, size = 10, turn: 0 | 90 = 0): string {
  const matrix = turn === 90 ? `0 1 -1 0 ${x} ${y}` : `1 0 0 1 ${x} ${y}`;
  return `BT /F1 ${size} Tf ${matrix} Tm (${escape(shown)}) Tj ET\n`;
}

/** Chinese text in a font of the reader's own, named by its predefined character map. */
export function hanText(x: number, y: number, shown: string, size = 10): string {
  const hex = [...shown].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F2 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET\n`;
}

export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `0.5 w ${x0} ${y0} m ${x1} ${y1} l S\n`;
}

/** A grid of lines with one text a cell, rows from the top down. */
export function grid(
  left: number,
  top: number,
  widths: readonly number[],
  height: number,
  rows: readonly (readonly string[])[],
): string {
  const right = left + widths.reduce((sum, w) => sum + w, 0);
  const bottom = top - height * rows.length;
  let content = '';
  for (let r = 0; r <= rows.length; r++) content += line(left, top - r * height, right, top - r * height);
  let x = left;
  for (let c = 0; c <= widths.length; c++) {
    content += line(x, top, x, bottom);
    x += widths[c] ?? 0;
  }
  rows.forEach((row, r) => {
    let at = left;
    row.forEach((cell, c) => {
      if (cell !== '') content += text(at + 3, top - (r + 1) * height + height / 3, cell);
      at += widths[c] ?? 0;
    });
  });
  return content;
}

export interface SmallPdfOptions {
  /** Puts an Encrypt dictionary in that no password opens. */
  encrypted?: boolean;
  /** Repeats the last page's object this many times in the page tree. */
  copies?: number;
}

/** A PDF 1.4 file out of content streams: Helvetica as F1, a Chinese font without a file as F2. */
export function smallPdf(pages: readonly SmallPage[], options: SmallPdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 6 0 R >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
  );
  const kids: number[] = [];
  for (const page of pages) {
    const stream = add(`<< /Length ${page.content.length} >>\nstream\n${page.content}\nendstream`);
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width ?? 595} ${page.height ?? 842}] /Rotate ${page.rotate ?? 0} /Contents ${stream} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      ),
    );
  }
  const last = kids.at(-1);
  for (let i = 1; i < (options.copies ?? 1) && last !== undefined; i++) kids.push(last);
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  if (options.encrypted) {
    add(
      `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = options.encrypted
    ? ` /Encrypt ${objects.length} 0 R /ID [<${'11'.repeat(16)}> <${'11'.repeat(16)}>]`
    : '';
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(file, (c) => c.charCodeAt(0));
}
