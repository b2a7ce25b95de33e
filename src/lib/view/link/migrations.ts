/** Parameters of a link by name, decoded; the first of each name. */
export type LinkParameters = ReadonlyMap<string, string>;

/** Schema number that links are written with. Raise it together with a migration from the number before. */
export const LINK_SCHEMA = 1;

/** Number of an old schema → what turns its parameters into those of the next. Links are migrated for ever. */
export type LinkMigrations = ReadonlyMap<number, (parameters: LinkParameters) => LinkParameters>;
export const LINK_MIGRATIONS: LinkMigrations = new Map();

/** Parameters of an old link as the given schema writes them, step by step. */
export function migrateLink(
  parameters: LinkParameters,
  from: number,
  to: number = LINK_SCHEMA,
  migrations: LinkMigrations = LINK_MIGRATIONS,
): LinkParameters {
  let current = parameters;
  for (let schema = from; schema < to; schema++) current = migrations.get(schema)?.(current) ?? current;
  return current;
}
