import { describe, expect, it } from 'vitest';
import { readStatement } from './statement.ts';

describe('readStatement', () => {
  it.each([
    ['a question', 'SELECT 1', 'SELECT 1'],
    ['a semicolon behind it, with a comment', 'SELECT 1 ; -- done', 'SELECT 1 '],
    ['several semicolons', ';SELECT 1;;', ';SELECT 1'],
    ['a semicolon in a text', "SELECT ';' AS a, E'\\';' AS b, $$;$$ AS c", null],
    ['a semicolon in a name', 'SELECT 1 AS ";"', null],
    ['a semicolon in a comment', 'SELECT 1 /* ; */ -- ;\n + 1', null],
    ['a comment in front', '-- people\nFROM headcounts', null],
    ['parentheses', '(SELECT 1) UNION (SELECT 2)', null],
    ['small letters', 'with x as (select 1) select * from x', null],
  ])('takes %s', (_, sql, text) => {
    expect(readStatement(sql)).toEqual({ ok: true, text: text ?? sql, explain: null });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['only a comment', '-- nothing\n;', 'empty'],
    ['EXPLAIN of nothing', 'EXPLAIN', 'empty'],
    ['two statements', 'SELECT 1; SELECT 2', 'several'],
    ['a second one behind a comment', 'SELECT 1; /* */ DROP TABLE facts', 'several'],
    ['writing', 'drop table facts', 'no-question'],
    ['writing behind a comment', '/* SELECT */ INSERT INTO facts SELECT * FROM facts', 'no-question'],
    ['writing under EXPLAIN', 'EXPLAIN ANALYZE DELETE FROM facts', 'no-question'],
    ['words of another kind', '12 months', 'no-question'],
  ])('refuses %s', (_, sql, reason) => {
    expect(readStatement(sql)).toMatchObject({ ok: false, reason });
  });

  it('tells EXPLAIN from what it explains', () => {
    expect(readStatement('explain analyze SELECT 1;')).toEqual({
      ok: true,
      text: ' SELECT 1',
      explain: 'EXPLAIN ANALYZE',
    });
  });
});
