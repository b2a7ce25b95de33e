import { expect, it } from 'vitest';
import { checkExtract } from '../index.ts';
import { fact, input, of } from './invented.ts';

const classOf = (code: string, row: number, whole: string, part: string) => [
  fact(whole, { row, code }),
  fact(part, { row: row + 1, code: `${code}05` }),
];

it.each([
  ['all of three', ['61.00', '52.50', '7.25'], 'unchecked'],
  ['all by one amount', ['90.00', '90.00', '90.00'], 'broken'],
  ['one of three', ['100.00', '52.50', '100.00'], 'broken'],
])('sums of one table that break: %s', (_, parts, status) => {
  const facts = parts.flatMap((part, index) => classOf(`20${4 + index}`, 1 + 2 * index, '100.00', part));
  const found = of(checkExtract(input({ facts })), 'code-children').filter(
    (check) => check.status !== 'exact',
  );
  expect(new Set(found.map((check) => check.status))).toEqual(new Set([status]));
});
