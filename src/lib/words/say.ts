/** A piece of a sentence: plain words, or a figure and what it was taken from. */
export interface Segment<F> {
  text: string;
  figure: F | null;
}

/** A sentence in segments; its text is what they say one after the other. */
export type Said<F> = readonly Segment<F>[];

/** A figure as a sentence writes it, with what it was taken from. */
export function figure<F>(text: string, from: F): Said<F> {
  return [{ text, figure: from }];
}

/** A sentence as a template: text and numbers become words, sentences and figures keep their segments. */
export function say<F = never>(
  strings: TemplateStringsArray,
  ...parts: readonly (string | number | Said<F>)[]
): Said<F> {
  const pieces = strings.flatMap((text, index): Said<F> => {
    const part = parts[index] ?? '';
    return [
      { text, figure: null },
      ...(typeof part === 'object' ? part : [{ text: String(part), figure: null }]),
    ];
  });
  return merged(pieces);
}

/** Segments one after the other with a separator between them. */
export function joined<F>(sentences: readonly Said<F>[], separator: string): Said<F> {
  return merged(
    sentences.flatMap((said, index) => (index === 0 ? said : [{ text: separator, figure: null }, ...said])),
  );
}

export function textOf(said: Said<unknown>): string {
  return said.map(({ text }) => text).join('');
}

function merged<F>(pieces: Said<F>): Said<F> {
  const segments: Segment<F>[] = [];
  for (const piece of pieces) {
    const last = segments.at(-1);
    if (piece.text === '') continue;
    if (last && last.figure === null && piece.figure === null) last.text += piece.text;
    else segments.push({ ...piece });
  }
  return segments;
}
