import type { Lang } from '$lib/core/model/localised';
import { en } from './en';
import { zh, type Messages } from './zh';

export type { Messages };

export const MESSAGES: Record<Lang, Messages> = { zh, en };
