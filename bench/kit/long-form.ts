/** The single place that makes a form as long as the longest known in use: 312 questions, 246 of them asked only under a condition, in two languages. */
import { type Definition, type Language, readPack } from '#core/index.ts'
import { stringify } from 'yaml'

export const questions = 312
export const conditions = 246
const perPage = 4
const perSection = 6

/** A checked definition of that size. */
export function longForm(): Definition {
  const { definition, faults } = readPack(
    new Map([
      ['service.yaml', stringify(service())],
      ['words.en.yaml', stringify(words('en'))],
      ['words.cy.yaml', stringify(words('cy'))],
    ]),
  )
  if (definition === undefined) throw new Error(JSON.stringify(faults.slice(0, 3)))
  return definition
}

function service(): unknown {
  const pages = Array.from({ length: questions / perPage }, (_, page) => ({
    id: `page-${page}`,
    questions: Array.from({ length: perPage }, (_, index) => question(page * perPage + index)),
  }))
  const sections = Array.from({ length: Math.ceil(pages.length / perSection) }, (_, section) => ({
    id: `section-${section}`,
    pages: pages.slice(section * perSection, (section + 1) * perSection),
  }))
  return {
    schema: 1,
    id: 'long-form',
    applies: ['england', 'wales'],
    languages: ['en', 'cy'],
    retention: { years: { keep: 'P6Y', because: 'As long as a claim can be made' } },
    purposes: { decide: { basis: 'public-task', readers: ['officer'], retention: 'years' } },
    sections,
    outcomes: [{ id: 'agreed' }, { id: 'refused', adverse: true }],
    casework: { team: 'front_desk' },
  }
}

/** Every third is a choice; the last 246 are asked by what an earlier page was told. */
function question(number: number): unknown {
  const kind = number % 3 === 0 ? 'one-of' : number % 3 === 1 ? 'yes-no' : 'text'
  const isAskedAlways = number < questions - conditions
  const earlier = Math.floor((number - 2 * perPage) / 3) * 3
  const when = number % 2 === 0 ? `q${earlier} == q${earlier}.second` : `q${earlier + 1} || q${earlier} != q${earlier}.first`
  return {
    id: `q${number}`,
    kind,
    purpose: 'decide',
    ...(kind === 'one-of' ? { options: ['first', 'second', 'third', 'fourth'] } : {}),
    ...(isAskedAlways ? {} : { when }),
  }
}

function words(language: Language): unknown {
  const say = (english: string, welsh: string): string => (language === 'en' ? english : welsh)
  const each = <Value>(count: number, name: string, value: (number: number) => Value): Readonly<Record<string, Value>> =>
    Object.fromEntries(Array.from({ length: count }, (_, number) => [`${name}${number}`, value(number)]))
  const options = each(4, '', (number) =>
    say(`The answer of number ${number + 1}, in a few words`, `Ateb rhif ${number + 1}, mewn ychydig eiriau`),
  )
  const [first, second, third, fourth] = Object.values(options)
  return {
    schema: 1,
    language,
    translation: { state: language === 'en' ? 'source' : 'reviewed' },
    service: {
      name: say('A long form', 'Ffurflen hir'),
      summary: say('Everything that could be asked.', 'Popeth y gellid ei ofyn.'),
      start: say('It takes a while.', 'Mae’n cymryd amser.'),
      after: say('We write to you.', 'Byddwn yn ysgrifennu atoch.'),
    },
    purposes: { decide: say('To decide', 'I benderfynu') },
    sections: each(Math.ceil(questions / perPage / perSection), 'section-', (number) => say(`Part ${number + 1}`, `Rhan ${number + 1}`)),
    pages: each(questions / perPage, 'page-', (number) => ({ title: say(`Page ${number + 1}`, `Tudalen ${number + 1}`) })),
    questions: each(questions, 'q', (number) => ({
      label: say(
        `What do you say to question number ${number + 1} of this form?`,
        `Beth yw eich ateb i gwestiwn rhif ${number + 1} y ffurflen hon?`,
      ),
      hint: say('Say it in your own words, as well as you can.', 'Dywedwch ef yn eich geiriau eich hun, cystal ag y gallwch.'),
      ...(number % 3 === 0 ? { options: { first, second, third, fourth } } : {}),
    })),
    outcomes: { agreed: { label: say('Agreed', 'Cytunwyd') }, refused: { label: say('Refused', 'Gwrthodwyd') } },
  }
}
