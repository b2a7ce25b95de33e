import { CHECK_RULES } from '$lib/core/checks/index';
import { readLocal } from '$lib/data/local/store.browser';
import { proofOf, type ProofData } from '$lib/data/proof';

/** A local document's proof data, from what this browser keeps; null where it isn't here. */
export async function localProof(documentId: string): Promise<ProofData | null> {
  const document = await readLocal(documentId);
  if (!document) return null;
  return proofOf({ ...document.rows, agencies: [], project_nature: [] }, documentId, {
    release: document.digest,
    corrections: [],
    rules: CHECK_RULES,
  });
}
