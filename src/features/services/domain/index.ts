/** The single place to import the pure part of services from. */
export { type ExampleFiles, type ExampleRelease, newIn, readExampleReleases, withExamples } from './examples.ts'
export {
  areOpen,
  type Because,
  type Evidence,
  type Gate,
  type GateId,
  gateIds,
  inForce,
  judgeGates,
  waivableGates,
  type Waiver,
} from './gate.ts'
export { type Parted, partedBy } from './drafted.ts'
export { layOut, layOutEquality } from './outline.ts'
export {
  type Cause,
  type FolderState,
  folderStateOf,
  gateFaults,
  mayComeFromFolder,
  type Publication,
  type Release,
  type ReleaseSource,
  releaseSources,
  type Sponsors,
  sponsorsOf,
} from './publication.ts'
export { readReleases, readWaivers } from './record.ts'
export { type Findable, find } from './search.ts'
export { type SponsorRole, sponsorRoleOf } from './sponsor.ts'
export { type FoundTold, type Place, type ProofTold, tellProof } from './told-proof.ts'
export { findWaiverRefusal, type WaiverRefusal, type WaiverWish } from './waiver.ts'
