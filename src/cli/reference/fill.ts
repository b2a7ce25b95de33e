import { format, resolveConfig } from 'prettier';

/** Sections of a page that are made from the code, by name. */
export type Sections = Readonly<Record<string, string>>;

/**
 * The page with its made sections as the code has them now, formatted; what stands between the marks `<!-- made: name -->`
 * and `<!-- /made -->` is replaced. Throws where a section has no mark or a mark no section.
 */
export async function fillPage(page: string, sections: Sections): Promise<string> {
  const used = new Set<string>();
  const filled = page.replace(
    /(<!-- made: ([\w-]+) -->\n)[\s\S]*?(<!-- \/made -->)/g,
    (_, open: string, name: string, close: string) => {
      const section = sections[name];
      if (section === undefined) throw new Error(`nothing makes the section ${name}`);
      used.add(name);
      return `${open}\n${section.trim()}\n\n${close}`;
    },
  );
  const missing = Object.keys(sections).filter((name) => !used.has(name));
  if (missing.length) throw new Error(`the page has no section ${missing.join(', ')}`);
  return format(filled, { ...(await resolveConfig('README.md')), parser: 'markdown' });
}

/** A table in Markdown. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}
