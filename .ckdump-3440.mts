// dumps what checkExtract gets, per document
const [root, out, pattern] = process.argv.slice(2) as [string, string, string?];
const L = `${root}/src/lib/core`;
const { extractDisclosure, readDisclosure } = await import(`${L}/extract.ts`);
const { nodePdfAssets } = await import(`${L}/readers/pdf/assets.node.ts`);
const { recogniseTables } = await import(`${L}/recognition/index.ts`);
const fs = await import('node:fs'); const path = await import('node:path');
fs.mkdirSync(out, { recursive: true });
const re = new RegExp(pattern ?? '.');
for (const d of ['documents/seeds', 'documents/published', 'documents/corpus', 'cases']) {
  const dir = `/work/shared/${d}`;
  for (const f of fs.readdirSync(dir).sort()) {
    const p = path.join(dir, f);
    if (!fs.statSync(p).isFile() || /\.(json|mjs|md|tsv|csv)$/.test(f) || !re.test(f)) continue;
    try {
      const bytes = new Uint8Array(fs.readFileSync(p));
      const read = await readDisclosure([{ name: f, bytes }], { pdfAssets: nodePdfAssets() } as any);
      if (!read.ok) continue;
      const { understandDisclosure } = await import(`${L}/extract.ts`);
      const a = understandDisclosure(read.disclosure, { documentId: f.replace(/[^\x21-\x7e]/g, '_') });
      if (!a.ok) continue;
      const rec = recogniseTables(read.disclosure.source, { fiscalYear: a.context.fiscalYear });
      fs.writeFileSync(path.join(out, f + '.json'), JSON.stringify({ result: a.result, tables: a.recognised, narrative: rec.narrative }));
    } catch (e: any) { console.log(f, String(e?.stack ?? e)); }
  }
}
