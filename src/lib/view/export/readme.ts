import { datasetCitation } from '../citation/index.ts';
import { headLines } from './head.ts';
import type { ExportTable } from './types.ts';

/** What a packed folder says of itself to a person. */
export function writeReadme(tables: readonly ExportTable[], files: readonly string[]): string {
  const [first] = tables;
  if (!first) return '';
  const zh = first.lang === 'zh';
  const citation = datasetCitation({ site: first.site, release: first.release, retrieved: first.retrieved });
  const sections = tables.map((table) => {
    const lines = headLines(table).map(({ name, value }) => `- ${name}${zh ? '：' : ': '}${value}`);
    return `## ${table.title}\n\n${zh ? '文件名' : 'Files'}${zh ? '：' : ': '}\`${table.id}\`\n\n${lines.join('\n')}`;
  });
  const about = zh
    ? [
        '# 明账导出',
        'CSV 是 UTF-8（带 BOM），以 # 开头的行是说明；数字是准确值，没有的数留空，不当作零。XLSX 的第二张表列出每个数的出处和勾稽结果。Parquet 与 Arrow 里的金额是精确小数，列的中文名在元数据里。',
      ]
    : [
        '# Export of Mingzhang',
        'CSV is UTF-8 with a BOM; lines that begin with # say what it is. Figures are exact; what is not published is left empty and is no zero. The second sheet of the XLSX lists where each figure stands and how its checks came out. Amounts in Parquet and Arrow are exact decimals; the names of their columns are in the metadata.',
      ];
  const cite = zh ? ['## 引用', citation.zh, citation.en] : ['## How to cite', citation.en, citation.zh];
  const listed = `## ${zh ? '文件' : 'Files'}\n\n${files.map((file) => `- ${file}`).join('\n')}`;
  return `${[...about, ...sections, ...cite, listed].join('\n\n')}\n`;
}
