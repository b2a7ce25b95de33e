import { describe, expect, it } from 'vitest';
import { reading } from './entries.ts';
import { packSearch, search, searchRows, unpackSearch } from './index.ts';
import type { SearchEntry, SearchKind } from './index.ts';

function entry(kind: SearchKind, zh: string, more: Partial<SearchEntry> = {}): SearchEntry {
  return {
    kind,
    zh,
    en: '',
    code: '',
    where: { zh: '', en: '' },
    path: `/${zh}`,
    pinyin: reading(zh),
    ...more,
  };
}

const ENTRIES = [
  entry('agency', '宝鸡市凤翔区医疗保障局', { en: 'Fengxiang' }),
  entry('agency', '汉中市医疗保障局', {
    en: 'Hanzhong',
    where: { zh: '汉中市医保局', en: '' },
    pinyin: reading('汉中市医疗保障局 汉中市医保局'),
  }),
  entry('metric', '人均人员经费', { en: 'Staff cost per head' }),
  entry('metric', '项目支出占比', { en: 'Project share' }),
  entry('economic', '办公费', { code: '30201' }),
  entry('economic', '商品和服务支出', { code: '302', en: 'Goods and services' }),
  entry('project', '城乡居民基本医疗保险补助', { where: { zh: '汉中市医保局 2023', en: 'Hanzhong 2023' } }),
  entry('indicator', '办公设备重置率'),
  entry('statement', '表1 2024年部门综合预算收支总表'),
];
const rows = searchRows(ENTRIES);

function names(question: string): string[] {
  return search(rows, question).flatMap(({ hits }) => hits.map(({ zh }) => zh));
}

describe('search', () => {
  it.each([
    ['Chinese', '凤翔', '宝鸡市凤翔区医疗保障局'],
    ['a word inside', '居民基本医疗', '城乡居民基本医疗保险补助'],
    ['full-width letters', 'ＨＡＮＺＨＯＮＧ', '汉中市医疗保障局'],
    ['English', 'staff cost', '人均人员经费'],
    ['pinyin', 'hanzhong', '汉中市医疗保障局'],
    ['pinyin of a word inside', 'yiliaobaozhang', '汉中市医疗保障局'],
    ['initials', 'bgf', '办公费'],
    ['initials of a word inside', 'jmjbyl', '城乡居民基本医疗保险补助'],
    ['initials and syllables mixed', 'bangf', '办公费'],
    ['an unfinished syllable', 'bangongfe', '办公费'],
    ['the short name of an agency', '汉中市医保局', '汉中市医疗保障局'],
    ['its initials', 'hzsybj', '汉中市医疗保障局'],
    ['a code', '30201', '办公费'],
    ['the beginning of a code', '302', '商品和服务支出'],
    ['a name and whose it is', '补助 汉中', '城乡居民基本医疗保险补助'],
    ['pinyin with apostrophes', "ban'gong'fei", '办公费'],
  ])('finds by %s', (_, question, name) => {
    expect(names(question)[0]).toBe(name);
  });

  it('puts the closer name first', () => {
    expect(names('办公').slice(0, 2)).toEqual(['办公费', '办公设备重置率']);
    expect(names('302')).toEqual(['商品和服务支出', '办公费']);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '  '],
    ['what is not there', '航天'],
    ['letters that no syllables spell', 'xqzv'],
    ['whose something is, by itself', '2023'],
    ['marks', "''"],
  ])('finds nothing for %s', (_, question) => {
    expect(search(rows, question)).toEqual([]);
  });

  it('groups, shows six of each and says how many more', () => {
    const many = searchRows(Array.from({ length: 9 }, (_, i) => entry('indicator', `培训人次${i}`)));
    const [group] = search(many, '培训');
    expect(group?.hits).toHaveLength(6);
    expect(group?.more).toBe(3);
  });

  it('reads characters by their word', () => {
    expect(reading('银行')).toBe('yin hang');
    expect(reading('会计')).toBe('kuai ji');
    expect(reading('表1 “三公”经费')).toBe('biao 1 san gong jing fei');
  });

  it('comes back from its file', () => {
    expect(unpackSearch(packSearch(ENTRIES, 'r'))).toEqual(ENTRIES);
  });
});
