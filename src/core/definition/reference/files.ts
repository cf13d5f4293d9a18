/** The single place that says which files of the reference are written from the shapes of packs, and what stands in them. */
import { jsonSchemaOf, packShapes, type SchemaName } from './json-schema.ts'
import { packFormatReference } from './pack-format.ts'

/** Path below `docs/reference` to text. */
export function referenceFiles(): ReadonlyMap<string, string> {
  const names = Object.keys(packShapes).filter((name): name is SchemaName => Object.hasOwn(packShapes, name))
  const schemas = names.map((name): [string, string] => [`schema/${name}.json`, `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`])
  return new Map([...schemas, ['pack-format.md', packFormatReference()]])
}
