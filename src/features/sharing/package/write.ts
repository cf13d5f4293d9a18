/** The single place that makes a package: a definition with its blocks and companions, what is said of it, and a council's signature. */
import { type Definition, type PackFiles, packOf, versionOf } from '#core/definition/index.ts'
import { canonical } from '#store/json.ts'
import type { CouncilKeys } from '#store/keys.ts'
import { type Ancestor, type Manifest, packageFormat, type Results, type Said } from '../domain/manifest.ts'
import { findPathFault } from '../domain/paths.ts'
import { fingerprintOf, wrap } from './frame.ts'
import { sha256 } from './read.ts'

/** What goes into a package. `created` is a day, `YYYY-MM-DD`. */
export type Packing = {
  readonly definition: Definition
  /** Example people and README. */
  readonly companions: PackFiles
  readonly council: { readonly id: string; readonly name: Said }
  readonly created: string
  readonly upstream: readonly Ancestor[]
  readonly results: Results | null
  readonly keys: CouncilKeys
}

/** The bytes of the package; the same on the same day. */
export function writePackage({ definition, companions, council, created, upstream, results, keys }: Packing): Buffer {
  const files = packOf(definition, new Map([...companions].filter(([path]) => findPathFault([path]) === undefined)))
  const manifest: Manifest = {
    format: packageFormat,
    service: definition.service.id,
    version: versionOf(definition),
    council: { id: council.id, name: council.name },
    key: fingerprintOf(keys.signing),
    created,
    licence: definition.service.licence,
    upstream: [...upstream],
    results,
    files: Object.fromEntries([...files].map(([path, text]) => [path, sha256(text)])),
  }
  return wrap(canonical({ manifest, files: Object.fromEntries(files) }), keys)
}
