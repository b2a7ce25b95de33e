import type { MetricVariant } from './record.ts';

/** What a per-head figure is divided by; never mixed in one chart without saying so. */
export const DENOMINATORS: MetricVariant[] = [
  {
    id: 'on-board',
    name: { zh: '实有在职人员', en: 'Staff on board' },
    note: {
      zh: '文件所说的实有在职人数，离退休人员不计。',
      en: 'Staff actually serving, as the document states it; retirees are not counted.',
    },
  },
  {
    id: 'establishment',
    name: { zh: '编制数', en: 'Establishment' },
    note: { zh: '文件所说的人员编制数。', en: 'Authorised posts, as the document states them.' },
  },
];
