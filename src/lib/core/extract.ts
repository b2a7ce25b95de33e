import type { ExtractResult, ReadOptions, Refusal, SourceInput } from './model/index.ts';

export interface ExtractOptions extends ReadOptions {
  documentId?: string;
}

export type ExtractAnswer = { ok: true; result: ExtractResult } | { ok: false; refusal: Refusal };

/** The one composition: the files of one disclosure -> everything that they say. Never throws for a bad document. */
export async function extractDisclosure(
  inputs: readonly SourceInput[],
  options: ExtractOptions = {},
): Promise<ExtractAnswer> {
  void inputs;
  void options;
  throw new Error('not composed yet');
}
