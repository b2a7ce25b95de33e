import { describe, expect, it } from 'vitest';
import { isBodyName, isUnitName } from './organs.ts';

describe('names of bodies', () => {
  it.each([
    ['青石市水务局', true, true],
    ['青石市水务局(汇总)', true, false],
    ['青石市水务局本级', true, false],
    ['青石市交通管理总站', true, true],
    ['青石市出租汽车管理处', true, true],
    ['青石市云岭林场', true, true],
    ['青石市总工会', true, true],
    ['青石广播电视台', false, true],
    ['石桥镇', false, true],
    ['工资福利支出', false, false],
    ['其他交通费用', false, false],
  ])('%s', (text, unit, body) => {
    expect([isUnitName(text), isBodyName(text)]).toEqual([unit, body]);
  });
});
