import type { Lead } from '../../outliers/leads.ts';
import type { ChartPair } from '../chart-pair.ts';

export interface PrintedLead extends Lead {
  charts: ChartPair | null;
}

/** The leads of one peer group. */
export interface LeadGroup {
  peers: string;
  /** How many agencies the group has. */
  size: number;
  leads: PrintedLead[];
}
