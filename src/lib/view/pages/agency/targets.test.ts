import { describe, expect, it } from 'vitest';
import { sampleRow } from '../../../data/arrow/sample-rows.ts';
import type { RowOf } from '../../../data/arrow/tables.ts';
import { indicatorGroups, indicatorLine, targetsOfProjects } from './targets.ts';

const row = (
  level1: string,
  level2: string,
  project: string | null,
  quantitative = true,
): RowOf<'indicators'> =>
  sampleRow('indicators', {
    indicator_id: `${level2}-${project ?? ''}`,
    level1,
    level2,
    level3: '培训人次',
    target_raw: '≥100',
    project,
    horizon: 'annual',
    quantitative,
  });

describe('indicatorGroups', () => {
  it('keeps a first-level category together, counts what is quantitative and loses nothing', () => {
    const groups = indicatorGroups([
      row('产出指标', '数量指标', '甲'),
      row('效益指标', '社会效益指标', '甲', false),
      row('产出指标', '质量指标', '甲', false),
      row('产出指标', '数量指标', null, false),
    ]);
    expect(groups.map(({ level2, quantitative, lines }) => [level2, quantitative, lines.length])).toEqual([
      ['数量指标', 1, 2],
      ['质量指标', 0, 1],
      ['社会效益指标', 0, 1],
    ]);
  });
});

describe('targetsOfProjects', () => {
  const lines = [
    row('产出', '数量', '医保(专项)经费'),
    row('产出', '质量', '别的项目'),
    row('产出', '时效', null),
  ].map(indicatorLine);
  it('finds a project by its name, whatever its brackets and spaces', () => {
    const targets = targetsOfProjects(['医保（专项） 经费', '没有目标的项目'], lines);
    expect(targets.of('医保（专项） 经费')).toHaveLength(1);
    expect(targets.of('没有目标的项目')).toEqual([]);
    expect(targets.others.map(({ project }) => project)).toEqual(['别的项目']);
  });
  it('leaves targets of the whole body to no project', () => {
    expect(targetsOfProjects([], lines).others.flatMap((other) => other.lines)).toHaveLength(2);
  });
});
