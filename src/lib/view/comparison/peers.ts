import { AGENCY_LEVELS } from '../../data/arrow/tables.ts';
import type { Agency } from '../../data/answers.ts';
import type { Lang } from '../../core/model/localised.ts';
import { PROVINCES } from './provinces.ts';

const FEWEST_TO_COMPARE = 2;

/** The peer group with most agencies, the first of the data set among equals; null without agencies. */
export function defaultPeerGroup(agencies: readonly Agency[]): string | null {
  const sizes = new Map<string, number>();
  for (const { peer_group, local } of agencies)
    if (!local) sizes.set(peer_group, (sizes.get(peer_group) ?? 0) + 1);
  let largest: string | null = null;
  for (const [group, size] of sizes) if (size > (sizes.get(largest ?? '') ?? 0)) largest = group;
  return largest;
}

/**
 * Peer groups that can be asked for, the default one first. A group whose agencies are of several levels of government is
 * followed by its levels, and one whose agencies are of several provinces by these, as far as they have agencies to compare:
 * `medical-security-local-county`, `medical-security-local-r61`.
 */
export function peerGroups(agencies: readonly Agency[]): string[] {
  const first = defaultPeerGroup(agencies);
  const groups = [...new Set(agencies.map(({ peer_group }) => peer_group))];
  const ordered = first === null ? groups : [first, ...groups.filter((group) => group !== first)];
  return ordered.flatMap((group) => [group, ...levelsOf(agencies, group), ...provincesOf(agencies, group)]);
}

function levelsOf(agencies: readonly Agency[], group: string): string[] {
  const members = agencies.filter((agency) => agency.peer_group === group);
  if (new Set(members.map(({ level }) => level)).size < 2) return [];
  return AGENCY_LEVELS.filter(
    (level) => members.filter((agency) => agency.level === level).length >= FEWEST_TO_COMPARE,
  ).map((level) => `${group}-${level}`);
}

function provincesOf(agencies: readonly Agency[], group: string): string[] {
  const members = agencies.filter((agency) => agency.peer_group === group).map(provinceOf);
  const provinces = [...new Set(members)].sort();
  if (provinces.length < 2) return [];
  return provinces
    .filter((code) => code in PROVINCES && members.filter((own) => own === code).length >= FEWEST_TO_COMPARE)
    .map((code) => `${group}-r${code}`);
}

function provinceOf(agency: Agency): string {
  return agency.region_code.slice(0, 2);
}

/** Agencies of a peer group, of one level or of one province of it; none where the data set has no such group. */
export function agenciesOfGroup(agencies: readonly Agency[], group: string): Agency[] {
  const whole = agencies.filter((agency) => agency.peer_group === group);
  return whole.length > 0
    ? whole
    : agencies.filter((agency) =>
        [`${agency.peer_group}-${agency.level}`, `${agency.peer_group}-r${provinceOf(agency)}`].includes(
          group,
        ),
      );
}

/** Names of peer groups in the language of the page. */
export type PeerNames = Readonly<Record<string, string | undefined>>;

/** A peer group's name, with its province where it is of one; its id where it has no name. */
export function peerGroupName(group: string, names: PeerNames, lang: Lang): string {
  const [, whole = group, code = ''] = /^(.+)-r(\d\d)$/.exec(group) ?? [];
  const province = PROVINCES[code]?.[lang];
  const name = names[whole] ?? whole;
  if (province === undefined) return name;
  return lang === 'zh' ? `${province}的${name}` : `${name}, ${province}`;
}
