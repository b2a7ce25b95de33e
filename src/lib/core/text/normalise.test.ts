import { describe, expect, it } from 'vitest';
import { compactText, normaliseText } from './index.ts';

describe('normaliseText', () => {
  it.each([
    ['Kangxi radicals', '⾦额（⼈⺠币）', '金额(人民币)'],
    ['full-width digits and punctuation', '１，２３４．５', '1,234.5'],
    ['dashes', '— – −', '- - -'],
    ['wide spaces', '收　 入', '收 入'],
    ['Kangxi radicals of simplified characters', '财政专⼾ ⾭海', '财政专户 青海'],
    ['look-alike radicals', '⻋辆购置⻓期', '车辆购置长期'],
  ])('%s', (_, input, expected) => {
    expect(normaliseText(input)).toBe(expected);
  });
  it('takes layout spaces out of labels', () => {
    expect(compactText(' 收 入 总 计 ')).toBe('收入总计');
  });
});
