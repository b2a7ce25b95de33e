import { expect, it } from 'vitest';
import { checkExtract } from '../index.ts';
import { fact, input, total } from './invented.ts';

it('one missing line is one finding, in however many tables and columns it is missing', () => {
  const table = (id: string) => [
    total('524.75', { row: 1, table_id: id }),
    fact('524.75', { row: 2, table_id: id, code: '208' }),
    fact('200.50', { row: 3, table_id: id, code: '20805' }),
  ];
  const broken = checkExtract(input({ facts: [...table('t1'), ...table('t2')] })).filter(
    ({ status }) => status === 'broken',
  );
  expect(broken).toHaveLength(2);
  expect(new Set(broken.map(({ finding }) => finding)).size).toBe(1);
});

it('a table that disagrees with others in several amounts is one finding', () => {
  const classes = (
    id: string,
    statement: 'budget-summary' | 'general-by-function' | 'expenditure-summary',
    first: string,
    second: string,
  ) => [
    total('99.00', { row: 1, table_id: id, statement }),
    fact(first, { row: 2, table_id: id, statement, code: '208' }),
    fact(second, { row: 3, table_id: id, statement, code: '210' }),
  ];
  const facts = [
    ...classes('t1', 'budget-summary', '6.10', '3.20'),
    ...classes('t2', 'general-by-function', '61.00', '38.00'),
    ...classes('t3', 'expenditure-summary', '61.00', '38.00'),
  ];
  const broken = checkExtract(input({ facts })).filter(({ status }) => status === 'broken');
  expect(broken.length).toBeGreaterThan(2);
  expect(new Set(broken.map(({ finding }) => finding)).size).toBe(1);
});
