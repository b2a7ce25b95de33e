import { z } from 'zod';
import { AGENCY_LEVELS } from '../arrow/tables.ts';

/** datasets/sources.json: which documents the data set ships with, and whose they are. */
export const sourcesSchema = z.object({
  agencies: z.array(
    z.object({
      agency_id: z.string().regex(/^[a-z0-9-]+$/),
      short_zh: z.string(),
      short_en: z.string(),
      body: z.string(),
      level: z.enum(AGENCY_LEVELS),
      peer_group: z.string(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      agency_id: z.string(),
      /** Names of the files that make up the disclosure, as published. */
      files: z.array(z.string()).min(1),
    }),
  ),
});
export type Sources = z.infer<typeof sourcesSchema>;
