/** The single place that says in words, in English and in Welsh, what an example person reaches, and why nobody reaches it. */
import type { Prepared } from '#core/definition/prepare.ts'
import type { Wording } from '#core/definition/words.ts'
import { tellWhy } from '#core/proof/index.ts'
import { tellConflict } from '#core/proof/telling/conflict.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Part, Unreached } from './coverage.ts'

const sayings = {
  en: {
    page: (name: string) => `Is asked “${name}”`,
    answer: (name: string, of: string) => `Answers “${of}” with “${name}”`,
    row: (name: string, of: string) => `Meets “${name}” in “${of}”`,
    exit: (name: string) => `Is told “${name}”`,
    outcome: (name: string) => `Gets “${name}”`,
  },
  cy: {
    page: (name: string) => `Gofynnir “${name}”`,
    answer: (name: string, of: string) => `Yn ateb “${of}” â “${name}”`,
    row: (name: string, of: string) => `Yn cwrdd â “${name}” yn “${of}”`,
    exit: (name: string) => `Dywedir “${name}”`,
    outcome: (name: string) => `Yn cael “${name}”`,
  },
} as const

/** What somebody is there for, in the words of the service: `Answers “Item” with “Sofa”`. */
export function tellPart(part: Part, wording: Wording): string {
  const said = sayings[wording.language]
  const { name, of } = partNames(part, wording)
  return said[part.kind](name, of)
}

/** What people call it, and what it stands in. */
function partNames({ kind, id, within = '' }: Part, wording: Wording): { readonly name: string; readonly of: string } {
  switch (kind) {
    case 'page':
      return { name: wording.page(id).title, of: '' }
    case 'exit':
      return { name: wording.exit(id).title, of: '' }
    case 'outcome':
      return { name: wording.outcome(id).label, of: '' }
    case 'row':
      return { name: id.replaceAll('_', ' '), of: wording.table(within).label }
    case 'answer': {
      const [question = within, member] = within.split('.')
      const asked = member === undefined ? wording.question(question) : wording.question(question).of(member)
      return { name: asked.options.find((option) => option.id === id)?.label ?? id, of: asked.short }
    }
  }
}

const nobody = {
  en: (why: string) => (why === '' ? 'Nobody can.' : `Nobody can. ${why}`),
  cy: (why: string) => (why === '' ? 'Ni all neb.' : `Ni all neb. ${why}`),
} as const

const notFound = {
  en: (why: string) => `Nobody was found who does. ${why}`,
  cy: (why: string) => `Ni chafwyd hyd i neb sy’n gwneud hynny. ${why}`,
} as const

/** Why there is no example person for something: the parts that contradict each other, or what the search came up against. */
export function tellUnreached(unreached: Unreached, prepared: Prepared, language: Language): string {
  if ('unknown' in unreached) return notFound[language](tellWhy(unreached.unknown, language))
  return nobody[language](tellConflict(unreached.conflict, prepared, language))
}
