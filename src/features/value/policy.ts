/** The single place that says who may do what with the value of services. Pure. */
import type { Permissions } from '#http/actor.ts'

/** Seeing what costs and benefits rest on, with who entered it. */
export const mayRead = 'value.read'
/** Entering costs and minutes, and describing a benefit. */
export const mayEnter = 'value.enter'
/** Claiming that a benefit has come. */
export const mayClaim = 'value.claim'
/** Verifying or refuting what somebody else claimed. */
export const mayJudge = 'value.judge'

export const permissions: Permissions = {
  [mayRead]: ['officer', 'manager', 'analyst', 'councillor'],
  [mayEnter]: ['manager'],
  [mayClaim]: ['manager', 'officer'],
  [mayJudge]: ['manager', 'analyst'],
}
