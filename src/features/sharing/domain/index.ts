/** The single place to import the pure part of sharing from. */
export {
  adopted,
  type Adoption,
  adoptionFrom,
  type Arrival,
  type Decided,
  declined,
  merged,
  type Standing,
  standingOf,
  streamOf,
  upstreamSeen,
} from './adoption.ts'
export { type Ancestor, inGroups, type Manifest, type Results, type Said } from './manifest.ts'
export { keyStreamOf, keyTrusted, type TrustedKey, trustedKeyFrom } from './trust.ts'
