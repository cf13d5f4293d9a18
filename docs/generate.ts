/** Writes the parts of the reference that come from the code: `node docs/generate.ts`. A test says when they are stale. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { referenceFiles } from '#core/definition/reference/files.ts'

for (const [path, text] of referenceFiles()) {
  const file = fileURLToPath(new URL(`reference/${path}`, import.meta.url))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
