/** The example questions as a paper form, in each language. */
import { paperForm } from '#ui/paper/index.ts'
import type { Language } from '#ui/words/index.ts'
import { brand } from './frame.ts'
import { outlined } from './outline.ts'
import { examples } from './questions.ts'

function paperPage(lang: Language): string {
  return paperForm({
    lang,
    service: lang === 'cy' ? 'Ymuno â’r clwb tennis' : 'Join the tennis club',
    council: { name: lang === 'cy' ? 'Cyngor Enghraifft' : 'Example Council', stylesheet: brand.path },
    edition: '2026-11 · 4f9a21c0',
    introduction: 'Use this form to join. It takes about ten minutes.',
    privacy: 'We use what you write to decide about your membership (public task) and keep it for **six years**.',
    returnTo: ['Example Council', 'Membership', 'Riverside', 'ZZ99 3WZ'],
    help: ['01632 960 001', 'help@example.org'],
    other: { lang: lang === 'cy' ? 'en' : 'cy', href: '/other' },
    sections: outlined(),
    equality: {
      id: 'equality',
      questions: examples.slice(7, 8).map(({ question, text }) => ({ number: 'E1', question, text })),
    },
  }).toString()
}

export const paperPages = { paper: paperPage('en'), 'paper-cy': paperPage('cy') }
