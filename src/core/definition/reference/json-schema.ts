/** The single place where the shapes of pack files become JSON Schema (2020-12), for editors and for the reference. */
import { z } from 'zod'
import { ScenarioFile } from '../model/scenario.ts'
import { BlockFile, Service } from '../model/service.ts'
import { TableFile } from '../model/table.ts'
import { WordsFile } from '../model/words.ts'

/** The files of a pack: the name of the schema, what files it is for, and the shape they are read with. */
export const packShapes = {
  service: { files: 'service.yaml', shape: Service },
  rules: { files: 'rules/*.yaml', shape: TableFile },
  words: { files: 'words.<language>.yaml', shape: WordsFile },
  block: { files: 'blocks/<name>@<version>/block.yaml', shape: BlockFile },
  scenario: { files: 'scenarios/*.yaml', shape: ScenarioFile },
} as const
export type SchemaName = keyof typeof packShapes

/** The JSON Schema of what an author writes, before defaults. */
export function jsonSchemaOf(name: SchemaName): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(packShapes[name].shape, { io: 'input', target: 'draft-2020-12' })
}
