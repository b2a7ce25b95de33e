/** Parameters of a link by name, decoded; the first of each name. */
export type LinkParameters = ReadonlyMap<string, string>;

/** Number of an old schema → what turns its parameters into those of the next. Links are migrated for ever. */
export type LinkMigrations = ReadonlyMap<number, (parameters: LinkParameters) => LinkParameters>;

/** Parameters of a link of schema `from` as schema `to` writes them, step by step. */
export function migrateLink(
  parameters: LinkParameters,
  from: number,
  to: number,
  migrations: LinkMigrations,
): LinkParameters {
  let current = parameters;
  for (let schema = from; schema < to; schema++) current = migrations.get(schema)?.(current) ?? current;
  return current;
}
