/** The door of scenarios: walking example people, saying what differs, and what of a service they reach. */
export { type Anonymous, anonymise, type Treatment } from './anonymous.ts'
export { composeScenario, type Composing, scenarioText } from './compose.ts'
export { type Coverage, coverageOf, type Part, partsOf, type Reached, type Unreached } from './coverage.ts'
export { tellPart, tellUnreached } from './part-words.ts'
export { type Mismatch } from './mismatch.ts'
export { type Proposals, proposeScenarios } from './propose.ts'
export { runScenario, type ScenarioResult } from './scenario.ts'
export { tellMismatch, type ToldMismatch } from './telling.ts'
