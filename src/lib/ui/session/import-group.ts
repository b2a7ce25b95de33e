/** Words that tell the parts of one disclosure apart: 文字说明, 附件2：公开表. */
const PARTS =
  /附件?[一二三四五六七八九十\d]*|文字|说明|情况|公开|报表|表格|表|正文|narrative|tables?|text|[\s\d()（）【】[\]_\-—:：.·、,，+]+/gi;
const YEAR = /(?:19|20)\d{2}/;

/**
 * Which files are likely one disclosure: same year in the name, and the same name once the words for its parts are left out.
 * A guess that the reader sees and changes; data packages stay alone.
 */
export function groupFiles<T extends { name: string }>(files: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const file of files) {
    const key = file.name.endsWith('.zip') ? `package ${file.name}` : stem(file.name);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()];
}

function stem(name: string): string {
  const base = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const rest = base.replace(YEAR, '').replace(PARTS, '');
  return rest === '' ? base : `${YEAR.exec(base)?.[0] ?? ''} ${rest.toLowerCase()}`;
}
