import { describe, expect, it } from 'vitest';
import { SQL_EXAMPLES } from '../../sql/examples.ts';
import { LINK_CHARACTERS, sqlLink } from './sql.ts';

const RELEASE = 'c07fd1298abf';
const read = (search: string) => sqlLink.decode(search, null);

describe('a query in a link', () => {
  it.each([
    ['short', 'SELECT 1'],
    ['Chinese', "SELECT * FROM agencies WHERE name_zh LIKE '%医保%'"],
    ['with marks that chat apps rewrite', 'SELECT 1+1 AS "a#b" -- 100% {x}\n'],
    ['with a mark at its end', 'SELECT 1.'],
    ...SQL_EXAMPLES.map(({ id, sql }): [string, string] => [id, sql]),
  ])('comes back: %s', (_, sql) => {
    const query = sqlLink.encode({ release: RELEASE, sql });
    expect(query).toMatch(/^v=1&d=c07fd1298abf&q=[A-Za-z0-9._\-:@,/!*]+$/);
    expect(query.length).toBeLessThan(LINK_CHARACTERS);
    expect(read(`?${query}`)).toEqual({ state: { release: RELEASE, sql }, notices: [] });
    expect(read(`?${encodeURIComponent(query)}`).state.sql).toBe(sql);
    expect(read(`?from=groupmessage&${query}&isappinstalled=0，看`).state.sql).toBe(sql);
    expect(read(`?${query}，看`).state.sql).toBe(sql);
  });
  it('is read as it stands where somebody wrote it by hand', () => {
    expect(read('?q=SELECT%201').state.sql).toBe('SELECT 1');
  });
  it.each([
    ['cut', `q=${'z.eJwL'.slice(0, 5)}`, 'broken-text'],
    ['damaged', 'q=z.a*b', 'broken-text'],
    ['with broken escapes', 'q=t.SELECT*2', 'broken-text'],
    ['a bomb', sqlLink.encode({ release: RELEASE, sql: 'x'.repeat(1_000_000) }), 'broken-text'],
    ['endless', `q=z.${'A'.repeat(9_000)}`, 'broken-text'],
    ['without text', 'q=', 'unknown-value'],
  ])('is said to be unreadable: %s', (_, search, code) => {
    const { state, notices } = read(search);
    expect(state.sql).toBeNull();
    expect(notices.map((notice) => notice.code)).toEqual([code]);
  });
  it('is not there', () => {
    expect(read('?from=timeline')).toEqual({ state: { release: null, sql: null }, notices: [] });
  });
});
