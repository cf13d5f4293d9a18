/** The single place for the steps of the tour, and for how far a browser has come. Pure. */

export const steps = ['apply', 'suggest', 'try', 'back', 'decide', 'release', 'measure', 'brief', 'share', 'adopt'] as const
export type Step = (typeof steps)[number]

/** The steps that take place at the council next door. */
export const stepsNextDoor: readonly Step[] = ['share', 'adopt']

/** The last step done, and the suggested change it is about from the second step on. */
export type Progress = { readonly step: Step; readonly proposal?: string | undefined }

export const tourCookie = 'folkmoot-tour'

const shape = /^([a-z]+)(?:-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/

/** How far a browser says it has come; undefined for anything else. */
export function readProgress(cookie: string | undefined): Progress | undefined {
  const [, name = '', proposal] = shape.exec(cookie ?? '') ?? []
  const step = findStep(name)
  return step && { step, proposal }
}

export function writeProgress({ step, proposal }: Progress): string {
  return proposal === undefined ? step : `${step}-${proposal}`
}

export function findStep(name: string): Step | undefined {
  return steps.find((step) => step === name)
}

export function nextStep(step: Step): Step | undefined {
  return steps[steps.indexOf(step) + 1]
}

/** Its number as people count. */
export function numberOf(step: Step): number {
  return steps.indexOf(step) + 1
}
