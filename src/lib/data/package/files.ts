/** Names inside the data package. */
export const FILE_OF = {
  descriptor: 'datapackage.json',
  sources: 'sources.json',
  changelog: 'CHANGELOG.md',
  figures: 'figures.jsonl',
  releases: 'releases',
  agencies: 'agencies.csv',
  projectNature: 'project-nature.csv',
  corrections: 'corrections.csv',
  reference: 'reference',
  documents: 'documents',
  document: 'document.json',
  overrides: 'overrides.json',
} as const;
