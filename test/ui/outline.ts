/** The example questions laid out in sections, with conditions and directions, as paper and phone need them. */
import type { OutlinePage, OutlineQuestion, OutlineSection } from '#ui/outline.ts'
import { examples } from './questions.ts'

export function outlined(): OutlineSection[] {
  const questions = examples.map(
    ({ question, text }, index): OutlineQuestion => ({
      number: String(index + 1),
      question,
      text,
      onlyIf: question.kind === 'money' ? 'you have been a member for a year' : undefined,
      directions: question.kind === 'yes-no' ? [{ answer: 'No', to: '9' }] : undefined,
      members:
        question.kind === 'group'
          ? examples.slice(0, 1).map((member) => ({ number: `${index + 1}a`, question: member.question, text: member.text }))
          : undefined,
    }),
  )
  const pageOf = (id: string, some: OutlineQuestion[], more: Partial<OutlinePage> = {}): OutlinePage => ({ id, questions: some, ...more })
  return [
    { title: 'About you', pages: [pageOf('you', questions.slice(0, 7), { body: 'We need this to **reach** you.' })] },
    { title: 'Playing', pages: [pageOf('play', questions.slice(7, 12), { onlyIf: 'you want to play', otherwiseTo: '13' })] },
    { title: 'The rest', pages: [pageOf('rest', questions.slice(12))] },
  ]
}
