/** Whether the lines hold one table cell each (a tab, then the cell) rather than tab-separated rows. */
export function isCellLineLayout(lines: readonly string[]): boolean {
  let single = 0;
  let several = 0;
  for (const line of lines) {
    if (!line.includes('\t')) continue;
    const body = line.replace(/\t+$/, '');
    if (/^\t[^\t]*$/.test(body) || body === '') single += 1;
    else several += 1;
  }
  return single > several;
}
