import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { followDrawing, type Drawn, type FontShape } from './content.ts';
import { toMatrix } from './matrix.ts';

/** Reads one page of an open PDF: its characters and ruling lines as displayed, page rotation applied. */
export async function drawnPage(page: PDFPageProxy, ops: Record<string, number>): Promise<Drawn> {
  const operators = await page.getOperatorList({ annotationMode: 0 });
  const viewport = page.getViewport({ scale: 1 });
  const fonts = new Map<string, FontShape | null>();
  const font = (name: string): FontShape | null => {
    let shape = fonts.get(name);
    if (shape === undefined) {
      shape = page.commonObjs.has(name) ? toFontShape(page.commonObjs.get(name)) : null;
      fonts.set(name, shape);
    }
    return shape;
  };
  return followDrawing(operators, viewport, { ops, font });
}

function toFontShape(value: unknown): FontShape {
  const font = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const matrix = toMatrix(font['fontMatrix']);
  const metrics = font['defaultVMetrics'];
  return {
    vertical: font['vertical'] === true,
    widthScale: matrix && matrix[0] !== 0 ? matrix[0] : 0.001,
    defaultVMetrics: Array.isArray(metrics) ? (metrics as number[]) : null,
  };
}
