/** The door: all that other features may know of services. */
export { listServices, listVersions, preparedVersion, preparedWithin, type Published, publishedService } from './catalogue.ts'
export { companionsOf, definitionOf, exampleReleases, sponsorRole, versionHistory, waiversOf } from './commands/history.ts'
export { gatesOf, publish, publishDefinition, type PublishRequest, type ReleaseRequest } from './commands/publish.ts'
export { type Draft, type Drafted, draftedOf } from './commands/draft.ts'
export { type ExamplePeople, examplePeople } from './commands/example-people.ts'
export { type KeptProof, proofOf } from './commands/kept-proof.ts'
export { companionsIn, type Proving } from './commands/prove.ts'
export { proveAside } from './commands/proving.ts'
export { type ExamplesReleased, releaseExamples } from './commands/release-examples.ts'
export {
  areOpen,
  type Evidence,
  type FoundTold,
  type ExampleRelease,
  type Gate,
  type GateId,
  type Place,
  type ProofTold,
  type Publication,
  type Release,
  type SponsorRole,
  type Sponsors,
  tellProof,
  type Waiver,
} from './domain/index.ts'
export { type KeptClass, keptClasses } from './store.ts'
export { type DataUse, dataUses, timeIn } from './views/data-use.ts'
export { checksWordsFor } from './words/index.ts'
export { type DraftChecks, draftMore, draftSaid } from './views/draft-checks.ts'
export { coveredTable } from './views/covered-table.ts'
export { certaintyView, findingAt, findingsList, findingsView, type Ways } from './views/findings.ts'
export { flowView, peopleAt } from './views/flow.ts'
export { gateList, gateName } from './views/gates.ts'
