/** The door: all that other features may know of cases. */
export {
  caseFiles,
  type CaseFile,
  type Disposal,
  type HistoryEntry,
  idByReference,
  idsByContact,
  idsOfPerson,
  type KeptCase,
  keptCases,
  recordDisposals,
} from './commands/file.ts'
export { type Addressee, findAddressee } from './commands/addressee.ts'
export { countByArea } from './commands/count.ts'
export { answersForStaff, type Reading, readingOf, type SaidInCase } from './commands/answers.ts'
export { openCase } from './commands/open-case.ts'
export {
  actAsResident,
  caseForResident,
  casesOfPerson,
  caseStatus,
  type CaseStatus,
  type FreeTime,
  type ResidentAct,
  type ResidentDone,
  timesForResident,
} from './commands/resident.ts'
export { type Beginning, beginningOf } from './domain/beginning.ts'
export type { PersonsCase } from './store/index.ts'
export { findRenewing, recordRenewal, type Renewed, type Renewing, takeRenewal } from './commands/renewal.ts'
export type {
  Opened,
  OpenAsk,
  OtherCase,
  Proof,
  ResidentAppointment,
  ResidentCase,
  ResidentDecision,
  ResidentEntry,
  Status,
  Submission,
} from './domain/index.ts'
export { nationOf, parseReference, questionsBehind, showReference } from './domain/index.ts'
