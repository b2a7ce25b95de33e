import type { Lang } from '../core/model/localised.ts';
import { en } from './en.ts';
import { zh, type Messages } from './zh.ts';

export type { Messages };

export const MESSAGES: Record<Lang, Messages> = { zh, en };
