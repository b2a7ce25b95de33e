/** A figure as a page writes it, as an exact decimal: −1,234.50 is -1234.50. Null where the text is no figure. */
export function figureOfText(text: string): string | null {
  const plain = text.trim().replaceAll(',', '').replace(/^−/, '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
}

export function decimalsOfText(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}
