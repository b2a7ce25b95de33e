import { describe, expect, it } from 'vitest';
import type { Agency, AgencyLevel } from '../../data/answers.ts';
import { agenciesOfGroup, peerGroupName, peerGroups } from './peers.ts';

const agency = (id: string, peer_group: string, level: AgencyLevel, region = '990000'): Agency => ({
  agency_id: id,
  name_zh: id,
  short_zh: id,
  short_en: id,
  region_code: region,
  body: 'medical-security',
  level,
  peer_group,
});
const AGENCIES = [
  agency('office', 'street-office', 'township'),
  agency('city', 'bureau', 'prefecture'),
  agency('town', 'bureau', 'prefecture'),
  agency('east', 'bureau', 'county'),
  agency('west', 'bureau', 'county'),
  agency('capital', 'bureau', 'province'),
];

describe('peer groups', () => {
  it('begin with the largest, followed by its levels with two agencies or more', () => {
    expect(peerGroups(AGENCIES)).toEqual(['bureau', 'bureau-prefecture', 'bureau-county', 'street-office']);
  });

  it('have no levels where all agencies are of one', () => {
    expect(peerGroups(AGENCIES.slice(1, 3))).toEqual(['bureau']);
  });

  it.each([
    ['bureau', ['city', 'town', 'east', 'west', 'capital']],
    ['bureau-county', ['east', 'west']],
    ['street-office', ['office']],
    ['court', []],
  ])('%s has %j', (group, ids) => {
    expect(agenciesOfGroup(AGENCIES, group).map(({ agency_id }) => agency_id)).toEqual(ids);
  });

  it('are parted by province where one has agencies to compare', () => {
    const several = [
      agency('a', 'bureau', 'county', '610305'),
      agency('b', 'bureau', 'county', '610700'),
      agency('c', 'bureau', 'county', '430981'),
    ];
    expect(peerGroups(several)).toEqual(['bureau', 'bureau-r61']);
    expect(agenciesOfGroup(several, 'bureau-r61').map(({ agency_id }) => agency_id)).toEqual(['a', 'b']);
    expect(peerGroups(several.slice(0, 2))).toEqual(['bureau']);
  });

  it.each([
    ['bureau', '局', 'zh'],
    ['bureau-r61', '陕西的局', 'zh'],
    ['bureau-r61', 'Bureaus, Shaanxi', 'en'],
    ['court', 'court', 'en'],
  ] as const)('%s is called %s', (group, name, lang) => {
    expect(peerGroupName(group, { bureau: lang === 'zh' ? '局' : 'Bureaus' }, lang)).toBe(name);
  });
});
