import { parseToken } from '../../data/local/id.ts';

export interface OwnDocument {
  id: string;
  digest: string;
}

/** Which local documents of a link aren't here, and which are here but read otherwise. */
export function missingOwn<T extends OwnDocument>(
  tokens: readonly string[],
  here: readonly T[],
): { missing: number; differing: T[] } {
  const named = tokens.flatMap((token) => parseToken(token) ?? []);
  const found = named.map(({ id, digest }) => ({ digest, own: here.find((document) => document.id === id) }));
  return {
    missing: found.filter(({ own }) => own === undefined).length,
    differing: found.flatMap(({ own, digest }) => (own && own.digest !== digest ? [own] : [])),
  };
}
