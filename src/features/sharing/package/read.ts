/** The single place that reads a package from outside: hostile until every part of it was looked at. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Definition, type PackFiles, readPack, type ScenarioFile } from '#core/definition/index.ts'
import { canonical } from '#store/json.ts'
import { Manifest } from '../domain/manifest.ts'
import { findPathFault } from '../domain/paths.ts'
import { type PackageFault, packageFault } from './fault.ts'
import { unwrap } from './frame.ts'

/** A package every part of which fits: its service has no mistakes and is the version it says. */
export type Package = {
  /** SHA-256 that names the package, hexadecimal. */
  readonly digest: string
  readonly manifest: Manifest
  readonly files: PackFiles
  readonly definition: Definition
  readonly scenarios: readonly ScenarioFile[]
}

export type PackageReading = { readonly package: Package } | { readonly fault: PackageFault }

const Body = z.strictObject({ manifest: z.unknown(), files: z.record(z.string(), z.string()) })

/** Reads the bytes of a package. Total: any bytes give a package or a fault. Whether its key is known is not asked here. */
export function readPackage(bytes: Uint8Array): PackageReading {
  const unpacked = unwrap(bytes)
  if ('fault' in unpacked) return unpacked
  const body = bodyIn(unpacked.body)
  if (body === undefined) return refuse('not-canonical')
  const { data: manifest, error } = Manifest.safeParse(body.manifest)
  if (manifest === undefined) return refuse('wrong-manifest', error.issues[0]?.path.join('.'))
  if (manifest.key !== unpacked.key) return refuse('wrong-manifest', 'key')
  const files = Object.entries(body.files)
  const wrongPath = findPathFault(files.map(([path]) => path))
  if (wrongPath) return refuse(wrongPath.code, wrongPath.path)
  const wrongFile = findWrongFile(manifest, body.files)
  if (wrongFile !== undefined) return refuse('wrong-file', wrongFile)
  return readService({ digest: unpacked.digest, manifest, files: new Map(files) })
}

function readService(found: Pick<Package, 'digest' | 'manifest' | 'files'>): PackageReading {
  const { definition, version, scenarios, faults } = readPack(found.files)
  const [fault] = faults
  if (!definition) return refuse('wrong-definition', fault && `${fault.file}:${fault.line} ${fault.message}`)
  if (version !== found.manifest.version || definition.service.id !== found.manifest.service) return refuse('wrong-version')
  return { package: { ...found, definition, scenarios } }
}

/** The body, if it is written the one way: no key twice, nothing besides. */
function bodyIn(text: string): z.infer<typeof Body> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return canonical(value) === text ? Body.safeParse(value).data : undefined
  } catch {
    return undefined
  }
}

function findWrongFile({ files: said }: Manifest, files: Readonly<Record<string, string>>): string | undefined {
  const missing = Object.keys(said).find((path) => !Object.hasOwn(files, path))
  return missing ?? Object.entries(files).find(([path, text]) => !Object.hasOwn(said, path) || said[path] !== sha256(text))?.[0]
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function refuse(code: PackageFault['code'], about?: string): { readonly fault: PackageFault } {
  return { fault: packageFault(code, about) }
}
