import { AGENCY_LEVELS } from '../../data/answers.ts';
import type { Agency } from '../../data/answers.ts';

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
 * followed by its levels, as far as they have agencies to compare: `medical-security-local-county`.
 */
export function peerGroups(agencies: readonly Agency[]): string[] {
  const first = defaultPeerGroup(agencies);
  const groups = [...new Set(agencies.map(({ peer_group }) => peer_group))];
  const ordered = first === null ? groups : [first, ...groups.filter((group) => group !== first)];
  return ordered.flatMap((group) => [group, ...levelsOf(agencies, group)]);
}

function levelsOf(agencies: readonly Agency[], group: string): string[] {
  const members = agencies.filter((agency) => agency.peer_group === group);
  if (new Set(members.map(({ level }) => level)).size < 2) return [];
  return AGENCY_LEVELS.filter(
    (level) => members.filter((agency) => agency.level === level).length >= FEWEST_TO_COMPARE,
  ).map((level) => `${group}-${level}`);
}

/** Agencies of a peer group or of one level of it; none where the data set has no such group. */
export function agenciesOfGroup(agencies: readonly Agency[], group: string): Agency[] {
  const whole = agencies.filter((agency) => agency.peer_group === group);
  return whole.length > 0
    ? whole
    : agencies.filter((agency) => `${agency.peer_group}-${agency.level}` === group);
}
