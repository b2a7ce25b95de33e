import { CROSSWALK } from './codes.generated.ts';

/** Which government class a departmental class goes to: for administrative bodies, for institutions (事业单位), or for any. */
export interface CrosswalkEntry {
  govCode: string;
  condition: 'administrative' | 'institution' | 'any';
}

let table: ReadonlyMap<string, CrosswalkEntry[]> | null = null;

/** Government economic codes that a departmental economic code may stand beside; empty where the list says nothing. */
export function crosswalk(deptCode: string): readonly CrosswalkEntry[] {
  table ??= parse();
  return table.get(deptCode) ?? [];
}

function parse(): ReadonlyMap<string, CrosswalkEntry[]> {
  const parsed = new Map<string, CrosswalkEntry[]>();
  for (const line of CROSSWALK.trim().split('\n')) {
    const [dept, govCode, condition] = line.split(' ');
    if (dept === undefined || govCode === undefined) continue;
    const entry: CrosswalkEntry = {
      govCode,
      condition: condition === 'administrative' || condition === 'institution' ? condition : 'any',
    };
    const entries = parsed.get(dept);
    if (entries) entries.push(entry);
    else parsed.set(dept, [entry]);
  }
  return parsed;
}
