import type { AgencyMessages } from './zh';

export const agency: AgencyMessages = {
  openHint: 'Open a line to see its groups and items.',
  openAll: 'Open all',
  closeAll: 'Close all',
  targets: (n: number) => `${n} ${n === 1 ? 'target' : 'targets'}`,
  noTargets: 'no target found',
  otherTargets: 'Projects with targets that the list of projects does not name',
  quantitative: 'Quantitative',
  ofWhich: (n: number, quantitative: number) => `${n}, ${quantitative} quantitative`,
  horizon: 'Horizon',
  horizons: { annual: 'annual', 'long-term': 'long-term' },
  yes: 'yes',
  no: 'no',
  whole: 'the body as a whole',
  completeness: 'Completeness',
  completenessNote: (found: number, all: number) =>
    `Of ${all} items that the rules ask for and that apply, ${found} were found. What is not found may also have been missed in reading: compare the document.`,
  compareCompleteness: 'Compare with other agencies',
  item: 'Item',
  state: 'State',
  states: {
    published: 'published',
    'declared-empty': 'declared empty',
    prose: 'figures in the text',
    'listed-only': 'listed, no table',
    missing: 'not found',
    'not-applicable': 'does not apply',
  },
  reason: (text: string) => `Reason given: ${text}`,
  where: 'Where',
  findings: 'What does not tie',
};
