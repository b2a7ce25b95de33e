import { isCodeShaped, labelAgrees, type Scheme } from '../codes/index.ts';

/** A printed code with the classification that it belongs to. */
export interface ClassCode {
  scheme: Scheme;
  code: string;
}

/** 类, 款 or 项 of a code, as its column prints it. */
export interface CodePart {
  text: string;
  scheme: Scheme;
  column: number;
}

/** 210 | 15 | 01, or each part printed whole: 210 | 21015 | 2101501. */
export function partCode(parts: readonly CodePart[], scheme?: Scheme): ClassCode | null {
  const own = parts.filter((part) => scheme === undefined || part.scheme === scheme);
  const first = own[0];
  if (!first) return null;
  let code = '';
  for (const part of own) {
    if (part.scheme !== first.scheme || !/^\d+$/.test(part.text)) continue;
    code =
      part.text.length > 2 && code !== '' && part.text.startsWith(code)
        ? part.text
        : code + part.text.padStart(code === '' ? 1 : 2, '0');
  }
  return isCodeShaped(first.scheme, code) ? { scheme: first.scheme, code } : null;
}

const SCHEME_BY_DIGIT: Record<string, Scheme> = {
  '2': 'function',
  '3': 'dept-economic',
  '5': 'gov-economic',
};

/** A printed code of one of the classifications; the column's scheme goes before what the digits look like. */
export function classCode(text: string, label: string, scheme: Scheme | null): ClassCode | null {
  if (text === '' || !/^\d+$/.test(text)) return null;
  if (scheme !== null && isCodeShaped(scheme, text)) return { scheme, code: text };
  const byDigit = SCHEME_BY_DIGIT[text.charAt(0)];
  if (byDigit === undefined || !isCodeShaped(byDigit, text)) return null;
  return scheme === null || label === '' || labelAgrees(byDigit, text, label)
    ? { scheme: byDigit, code: text }
    : null;
}
