/** The few declarations of an inline style that decide where text stands; lengths in points. */
export interface InlineStyle {
  position: string;
  hidden: boolean;
  left: number | null;
  top: number | null;
  width: number | null;
  height: number | null;
  fontSize: number | null;
  lineHeight: number | null;
  /** Sides with a visible border. */
  borders: { top: boolean; right: boolean; bottom: boolean; left: boolean };
  filled: boolean;
}

const POINTS: Record<string, number> = {
  pt: 1,
  px: 0.75,
  in: 72,
  cm: 28.3465,
  mm: 2.83465,
  pc: 12,
  '': 0.75,
};

function points(value: string | undefined): number | null {
  const match = /^\s*(-?[\d.]+)\s*([a-z]*)/i.exec(value ?? '');
  const scale = POINTS[(match?.[2] ?? '').toLowerCase()];
  const length = Number(match?.[1]);
  return match && scale !== undefined && Number.isFinite(length) ? length * scale : null;
}

const drawn = (value: string | undefined): boolean =>
  value !== undefined &&
  /\b(solid|double|dashed|dotted)\b/i.test(value) &&
  !/^\s*0(?![\d.]*[1-9])/.test(value);

/** Declarations that take an element off the page: display, visibility, Word's mso-hide, letters without size. */
function isHiding(found: Record<string, string>): boolean {
  return (
    /^none\b/i.test(found['display'] ?? '') ||
    /^(?:hidden|collapse)\b/i.test(found['visibility'] ?? '') ||
    /^all\b/i.test(found['mso-hide'] ?? '') ||
    /^0(?:\.0+)?(?:px|pt|em)?\s*(?:!|$)/.test(found['font-size'] ?? '')
  );
}

/** Reads a style attribute; null where there is nothing in it that matters here. */
export function parseStyle(text: string | undefined): InlineStyle | null {
  if (!text) return null;
  const found: Record<string, string> = {};
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0)
      found[declaration.slice(0, colon).trim().toLowerCase()] = declaration.slice(colon + 1).trim();
  }
  const all = drawn(found['border']);
  const background = found['background-color'] ?? found['background'] ?? '';
  return {
    position: (found['position'] ?? '').toLowerCase(),
    hidden: isHiding(found),
    left: points(found['left']),
    top: points(found['top']),
    width: points(found['width']),
    height: points(found['height']),
    fontSize: points(found['font-size']),
    lineHeight: points(found['line-height']),
    borders: {
      top: all || drawn(found['border-top']),
      right: all || drawn(found['border-right']),
      bottom: all || drawn(found['border-bottom']),
      left: all || drawn(found['border-left']),
    },
    filled: background !== '' && !/transparent|none|#fff(fff)?\b|white|255,\s*255,\s*255/i.test(background),
  };
}
