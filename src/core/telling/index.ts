/** The door of rules in words: every condition, calculation and table of a service in plain English and Welsh, made from its checked tree. */
export { type Flow, flowOf, type FlowStop, stopOf } from './flow.ts'
export { grammars } from './grammar.ts'
export { tellService } from './service.ts'
export { decidingFirst, type StepSaid, type StepTaken, StepTelling, type StepWords } from './step.ts'
export { columnLabel, tellResult, tellTable, tellTest } from './table.ts'
export { type Telling, tellingOf, tellingOfDraft } from './telling.ts'
export { type Column, inOneLine, type RowTold, type ServiceTold, type StepTold, type TableTold, type Told } from './told.ts'
export { tellTurn } from './turn.ts'
