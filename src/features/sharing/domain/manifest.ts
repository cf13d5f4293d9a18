/** The single place for what a package says of itself. Pure. */
import { z } from 'zod'
import { Slug } from '#core/definition/model/names.ts'
import type { Version } from '#core/definition/index.ts'

/** Names this form of package; a later form has another name, and this reader refuses it. */
export const packageFormat = 'folkmoot-package-1'

const Hex = z.string().regex(/^[0-9a-f]{64}$/)
const Digest = z.custom<Version>((value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value), 'must be a version')
const Line = z.string().max(600)

/** Words in English, and in Welsh where there are any. */
export const Said = z.strictObject({ en: Line, cy: Line.exactOptional() })
export type Said = z.infer<typeof Said>

const Figure = z.strictObject({ label: Said, value: Said })

/** What a version did where it comes from: figures measured there until a day, and what was made public of trying changes on past cases. */
export const Results = z.strictObject({
  /** The last day measured, `YYYY-MM-DD`. */
  asOf: z.iso.date(),
  /** True where the cases behind the figures are made up. */
  isMadeUp: z.boolean(),
  measured: z.array(Figure).max(60),
  trials: z.array(z.strictObject({ title: Said, on: z.iso.date(), figures: z.array(Figure).max(60) })).max(20),
})
export type Results = z.infer<typeof Results>

/** Where a version came from before it came here, the nearest first. */
export const Ancestor = z.strictObject({ council: Slug, name: Said, version: Digest, key: Hex.nullable() })
export type Ancestor = z.infer<typeof Ancestor>

export const Manifest = z.strictObject({
  format: z.literal(packageFormat),
  service: Slug,
  version: Digest,
  council: z.strictObject({ id: Slug, name: Said }),
  /** Fingerprint of the key it is signed with: SHA-256 of the public key. */
  key: Hex,
  /** The day it was made, `YYYY-MM-DD`. */
  created: z.iso.date(),
  licence: z.string().max(100),
  upstream: z.array(Ancestor).max(50),
  results: Results.nullable(),
  /** SHA-256 of each file, by path. */
  files: z.record(z.string().max(200), Hex),
})
export type Manifest = z.infer<typeof Manifest>

/** A fingerprint as people compare it over the phone: groups of four. */
export function inGroups(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint
}
