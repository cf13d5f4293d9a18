/** The single place that says a part of a definition in words where it stands in a conflict. */
import type { Prepared } from '#core/definition/prepare.ts'
import type { Wording } from '#core/definition/words.ts'
import type { Telling } from '#core/telling/index.ts'
import type { Sayings } from './sayings.en.ts'

type Speech = { readonly prepared: Prepared; readonly words: Sayings; readonly wording: Wording; readonly telling: Telling }

/** `pages.racket.when`: the page “Your racket” is shown if … */
export function tellPart(part: string, speech: Speech): string {
  const { telling, wording, words } = speech
  const [folder = '', id = ''] = part.split('.')
  const { quoted } = telling.say
  const called = (name: string): string => telling.names.find(name).called
  switch (folder) {
    case 'pages':
      return words.part.page(quoted(wording.page(id).title), conditionOf(part, speech))
    case 'sections':
      return words.part.section(quoted(wording.section(id)), conditionOf(part, speech))
    case 'questions':
      return questionPart(part, speech)
    case 'exits':
      return words.part.exit(quoted(wording.exit(id).title), conditionOf(part, speech))
    case 'conditions':
      return words.part.condition(called(id), conditionOf(part, speech))
    case 'calculations':
      return words.part.calculation(called(id))
    case 'tables':
      return words.part.table(called(id))
    default:
      return words.part.casework(quoted(id.replaceAll('_', ' ')))
  }
}

function questionPart(part: string, { telling, wording, words, prepared }: Speech): string {
  const [, id = '', ...rest] = part.split('.')
  const { quoted } = telling.say
  const group = prepared.questions.get(id)?.question
  const member = group?.kind === 'group' ? group.of.find((one) => one.id === rest[0]) : undefined
  const [kind, name = ''] = member === undefined ? rest : rest.slice(1)
  const called = member === undefined ? telling.names.find(id).called : quoted(wording.question(id).of(member.id).short)
  const when = (member ?? group)?.when
  if (kind === 'when' && when !== undefined)
    return words.part.question(called, telling.afterIf(when, member === undefined ? undefined : id))
  if (kind === 'options') return words.part.offered(telling.names.option(id, name) ?? quoted(name), called)
  return kind === undefined ? words.part.answers(called) : words.part.accepted(called)
}

/** The condition of a part after “if”. */
function conditionOf(part: string, { telling, prepared }: Speech): string {
  const [folder, id = '', kind] = part.split('.')
  const { service } = prepared.definition
  const pages = service.sections.flatMap((section) => section.pages)
  const page = pages.find((one) => one.id === id)
  const source =
    folder === 'conditions'
      ? service.conditions[id]
      : folder === 'exits'
        ? service.exits.find((exit) => exit.id === id)?.when
        : folder === 'sections'
          ? service.sections.find((section) => section.id === id)?.when
          : kind === 'placed'
            ? page?.placed
            : page?.when
  if (source === undefined) return telling.say.quoted(id)
  return folder === 'conditions' ? telling.source(source) : telling.afterIf(source)
}
