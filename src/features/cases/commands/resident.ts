/** The single place for what residents see of and do with their own case. */
import type { Language } from '#core/definition/model/names.ts'
import type { Council } from '#http/council.ts'
import type { Proof, ResidentCase, Status } from '../domain/index.ts'

/** A case by its reference (spaces, hyphens and small letters are fine), when the proof shows that it is theirs. */
export function caseForResident(
  council: Council,
  asked: { reference: string; proof: Proof; lang: Language },
): Promise<ResidentCase | undefined> {
  return Promise.reject(new Error(`not yet: ${council.id} ${asked.reference}`))
}

/** The cases of a signed-in person, newest first. */
export function casesOfPerson(
  council: Council,
  person: string,
): Promise<readonly { readonly reference: string; readonly serviceId: string; readonly openedAt: string; readonly status: Status }[]> {
  return Promise.reject(new Error(`not yet: ${council.id} ${person}`))
}

/** What the resident does: answers a question of the council, or takes the application back. `refused` when it no longer can be done. */
export type ResidentAct = { readonly answer: { readonly ask: string; readonly text: string } } | { readonly withdraw: true }

export type ResidentDone =
  | { readonly done: true }
  | { readonly refused: 'no-such-case' | 'not-asked' | 'text-missing' | 'too-long' | 'too-late' }

export function actAsResident(
  council: Council,
  asked: { reference: string; proof: Proof; act: ResidentAct; at: string; today: string; origin: string },
): Promise<ResidentDone> {
  return Promise.reject(new Error(`not yet: ${council.id} ${asked.reference}`))
}

/** Status and outcome for the API: no personal value. */
export function caseStatus(
  council: Council,
  reference: string,
): Promise<
  | {
      readonly reference: string
      readonly service: string
      readonly version: string
      readonly status: Status
      readonly outcome: string | null
      readonly openedAt: string
      readonly dueOn: string | null
    }
  | undefined
> {
  return Promise.reject(new Error(`not yet: ${council.id} ${reference}`))
}
