import { describe, expect, it } from 'vitest';
import { missingOwn } from './own.ts';

const here = [
  { id: 'local-aaaaaaaaaa', digest: '111111' },
  { id: 'local-bbbbbbbbbb', digest: '222222' },
];

describe('local documents that a link depends on', () => {
  it.each([
    ['none', [], 0, []],
    ['all here', ['aaaaaaaaaa-111111'], 0, []],
    ['one elsewhere', ['aaaaaaaaaa-111111', 'cccccccccc-333333'], 1, []],
    ['one corrected otherwise', ['bbbbbbbbbb-999999'], 0, ['local-bbbbbbbbbb']],
    ['no token', ['x'], 0, []],
  ])('%s', (_, tokens, missing, differing) => {
    const answer = missingOwn(tokens, here);
    expect(answer.missing).toBe(missing);
    expect(answer.differing.map(({ id }) => id)).toEqual(differing);
  });
});
