/** The single place for the steps of the tour, and for how far a browser has come. Pure. */

export const steps = ['apply', 'send', 'suggest', 'try', 'back', 'decide', 'release', 'measure', 'brief', 'share', 'adopt'] as const
export type Step = (typeof steps)[number]

/** The story as it is told: most of it is one step each. */
export const chapters = ['apply', 'suggest', 'try', 'back', 'decide', 'release', 'measure', 'brief', 'adopt'] as const
export type Chapter = (typeof chapters)[number]

/** The steps that take place at the council next door. */
export const stepsNextDoor: readonly Step[] = ['share', 'adopt']

/** How far somebody has come. */
export type Progress = {
  /** The last step done. */
  readonly step: Step
  /** The suggested change it is about, once there is one. */
  readonly proposal?: string | undefined
  /** True where somebody else took this step before, so that there was nothing left to do but to look. */
  readonly isRetold: boolean
}

export const tourCookie = 'folkmoot-tour'

const shape = /^([a-z]+)(?:-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?(-retold)?$/

/** How far a browser says it has come; undefined for anything else. */
export function readProgress(cookie: string | undefined): Progress | undefined {
  const [, name = '', proposal, retold] = shape.exec(cookie ?? '') ?? []
  const step = findStep(name)
  return step && { step, proposal, isRetold: retold !== undefined }
}

export function writeProgress({ step, proposal, isRetold }: Progress): string {
  return `${step}${proposal === undefined ? '' : `-${proposal}`}${isRetold ? '-retold' : ''}`
}

export function findStep(name: string): Step | undefined {
  return steps.find((step) => step === name)
}

export function nextStep(step: Step): Step | undefined {
  return steps[steps.indexOf(step) + 1]
}

/** The part of the story a step belongs to. */
export function chapterOf(step: Step): Chapter {
  if (step === 'send') return 'apply'
  return step === 'share' ? 'adopt' : step
}

/** Its number as people count. */
export function numberOf(chapter: Chapter): number {
  return chapters.indexOf(chapter) + 1
}

/** Whether all of a part of the story lies behind somebody. */
export function isTold(chapter: Chapter, { step }: Progress): boolean {
  return steps.every((one, place) => chapterOf(one) !== chapter || place <= steps.indexOf(step))
}
