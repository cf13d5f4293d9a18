/** The single place where a definition becomes the files of a pack again. */
import { stringify } from 'yaml'
import type { Definition } from '../definition.ts'
import type { PackFiles } from '../pack.ts'

/** The files of a pack that reads back as the same version. `companions` are kept beside them: scenarios and README.md. */
export function packOf(definition: Definition, companions: PackFiles = new Map()): PackFiles {
  return new Map([...companions, ['service.yaml', stringify(definition.service)]])
}
