import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { examples } from '#test/ui/questions.ts'
import { gallery } from '#test/ui/gallery.ts'
import { paperForm, type PaperForm } from './index.ts'

const form: PaperForm = {
  lang: 'en',
  service: 'Join <the> club',
  council: { name: 'Example Council', stylesheet: '/assets/brand.css' },
  edition: '4f9a21c0',
  returnTo: ['Riverside'],
  help: ['01632 960 001'],
  sections: [
    {
      title: 'About you',
      pages: [{ id: 'you', questions: examples.map(({ question, text }, index) => ({ number: String(index + 1), question, text })) }],
    },
  ],
}

function count(markup: string, pattern: RegExp): number {
  return [...markup.matchAll(pattern)].length
}

describe('the paper form', () => {
  it('asks every question once, with its number and label', () => {
    const paper = String(paperForm(form))
    assert.equal(count(paper, /class="paper-question"/g), examples.length)
    examples.forEach(({ text }, index) => assert.ok(paper.includes(`>${index + 1}<`) && paper.includes(text.label), text.label))
  })

  it('has a box to tick for each option and boxes for the parts of a date', () => {
    const only = (kind: string) => {
      const questions = examples
        .filter(({ question }) => question.kind === kind)
        .map(({ question, text }) => ({ number: '1', question, text }))
      return String(paperForm({ ...form, sections: [{ title: 'x', pages: [{ id: 'x', questions }] }] }))
    }
    const without = count(only('text'), /class="tick/g)
    assert.equal(count(only('one-of'), /class="tick/g) - without, 3)
    assert.equal(count(only('many-of'), /class="tick/g) - without, 4)
    assert.match(only('date'), /<span class="dated">(?:<span><span class="combs"[^]*?<small>(?:Day|Month|Year)<\/small><\/span>){3}/)
  })

  it('says in words who answers what, and where to go on', () => {
    const paper = gallery.paper ?? ''
    assert.match(paper, /Answer only if:<\/strong> you have been a member for a year\./)
    assert.match(paper, /If “No”, go to question 9\./)
    assert.match(paper, /This part is only for you if:<\/strong> you want to play\. Otherwise go to question 13\./)
  })

  it('speaks the language it is printed in', () => {
    const paper = gallery['paper-cy'] ?? ''
    assert.match(paper, /<html lang="cy"/)
    assert.match(paper, /Os “No”, ewch i gwestiwn 9\./)
    assert.match(paper, /At ddefnydd y swyddfa’n unig/)
  })

  it('has the equality questions on a sheet of their own that does not lead back to the form', () => {
    const [, apart = ''] = (gallery.paper ?? '').split('sheet--apart')
    assert.match(apart, /E1/)
    assert.doesNotMatch(apart, /4f9a21c0|Signature|office/)
  })

  it('escapes what it is given', () => {
    assert.doesNotMatch(String(paperForm(form)), /<the>/)
  })
})

describe('the phone script', () => {
  const script = gallery['phone-script'] ?? ''
  it('asks every question, reads out options, and leads on by links to where a branch goes', () => {
    for (const { text } of examples) assert.ok(script.includes(text.label.replace('&', '&amp;')), text.label)
    assert.match(script, /If “No”, <a class="govuk-link" href="#question-9">go to question 9<\/a>/)
    assert.match(script, /id="question-9"/)
    assert.match(script, /Read out, and note the one they choose/)
  })
})
