/** The single place that says a condition in words where that is sure, for the paper form and the phone script. Pure. */
import type { Prepared, Wording } from '#core/definition/index.ts'

/** The words of a condition: those of its name, or of a plain comparison with an option; undefined where only a program can tell. */
export function conditionWords(source: string, prepared: Prepared, wording: Wording): string | undefined {
  const parts = source.split('&&').map((part) => partWords(part.trim(), prepared, wording))
  if (parts.some((part) => part === undefined)) return undefined
  return parts.join('; ')
}

function partWords(source: string, prepared: Prepared, wording: Wording): string | undefined {
  const [, negated, name] = /^(!?)([a-z][a-z0-9_]*)$/.exec(source) ?? []
  if (name !== undefined) return nameWords(name, negated === '!', { prepared, wording })
  const [, question, sign, set, option] = /^([a-z][a-z0-9_]*)\s*(==|!=)\s*([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$/.exec(source) ?? []
  if (question === undefined || option === undefined || question !== set) return undefined
  if (sign !== '==' || !prepared.questions.has(question)) return undefined
  const { short, options } = wording.question(question)
  const chosen = options.find(({ id }) => id === option)
  return chosen && `${short}: ${chosen.label}`
}

type Speech = { readonly prepared: Prepared; readonly wording: Wording }

function nameWords(name: string, isNegated: boolean, { prepared, wording }: Speech): string | undefined {
  if (Object.hasOwn(prepared.definition.service.conditions, name)) return isNegated ? undefined : wording.condition(name)
  const asked = prepared.questions.get(name)?.question
  if (asked?.kind !== 'yes-no') return undefined
  return `${wording.question(name).short}: ${wording.answer(asked, !isNegated)}`
}
