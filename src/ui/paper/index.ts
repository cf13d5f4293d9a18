/** The single place that lays out a service as a paper form: a document of its own, ready to print on A4. */
import { assetPath } from '../assets.ts'
import { html, type Html } from '../html.ts'
import { prose } from '../markdown.ts'
import { goTo, type OutlinePage, type OutlineSection } from '../outline.ts'
import { type Language, type Words, wordsIn } from '../words/index.ts'
import { comb, tick, writingLine } from './mark.ts'
import { paperQuestion } from './question.ts'

/** Everything is in the form's language, which is the language of the words it holds. */
export interface PaperForm {
  readonly lang: Language
  readonly service: string
  readonly council: { readonly name: string; readonly stylesheet: string; readonly logo?: string | undefined }
  /** Printed on the form, so that whoever enters it knows which version it asks: a few characters. */
  readonly edition: string
  /** Markdown: what the form is for and what one needs. */
  readonly introduction?: string | undefined
  /** What happens to what is written on it: purposes, basis, how long it is kept. Markdown. */
  readonly privacy?: string | undefined
  readonly returnTo: readonly string[]
  readonly help: readonly string[]
  /** Where the same form stands in the council's other language. */
  readonly other?: { readonly lang: Language; readonly href: string } | undefined
  readonly sections: readonly OutlineSection[]
  /** On a sheet of its own that can be detached. */
  readonly equality?: OutlinePage | undefined
}

/** The whole document. */
export function paperForm(form: PaperForm): Html {
  const words = wordsIn(form.lang)
  const title = `${form.service} – ${form.council.name}`
  return html`<!DOCTYPE html>
<html lang="${form.lang}" class="paper">
<head>
<meta charset="utf-8">
<title>${words.paperFormFor}: ${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${assetPath('paper.css')}">
<link rel="stylesheet" href="${form.council.stylesheet}">
</head>
<body>
<p class="paper-note">${words.paperPrint}${
    form.other &&
    html` <a href="${form.other.href}" hreflang="${form.other.lang}" lang="${form.other.lang}">${wordsIn(form.other.lang).languageName}</a>`
  }</p>
<main class="sheet">
${head(form, words)}
${form.sections.map((section, index) => sectionOf(section, letterOf(index), words))}
${end(form, words)}
</main>
${form.equality && equality(form.equality, form, words)}
</body>
</html>`
}

function head(form: PaperForm, words: Words): Html {
  return html`<header class="paper-head">
  <div class="paper-head__council">${form.council.logo && html`<img src="${form.council.logo}" alt="">`}<span>${form.council.name}</span></div>
  <h1>${form.service}</h1>
  ${form.introduction && html`<div class="paper-prose">${prose(form.introduction)}</div>`}
  <p>${words.paperPen} ${tick(true)}</p>
  <p>${words.paperAlso}</p>
</header>
<aside class="office" aria-label="${words.officeUse}">
  <h2>${words.officeUse}</h2>
  <div class="office__boxes">
    <div><span>${words.officeReceived}</span>${comb([2, 2, 4])}</div>
    <div><span>${words.officeReference}</span>${writingLine()}</div>
    <div><span>${words.officeTakenBy}</span>${writingLine()}</div>
    <div><span>${words.officeEnteredBy}</span>${writingLine()}</div>
  </div>
</aside>`
}

/** Sections have letters, A to Z and then AA, since questions have the numbers. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`
}

function sectionOf(section: OutlineSection, letter: string, words: Words): Html {
  return html`<section class="paper-section">
<h2><span class="paper-section__number">${letter}</span> ${section.title}</h2>
${section.pages.map((page) => pageOf(page, words))}
</section>`
}

function pageOf(page: OutlinePage, words: Words): Html {
  return html`<div class="paper-page">
${page.onlyIf && html`<p class="paper-only-if"><strong>${words.onlyIfSection}</strong> ${page.onlyIf}. ${words.otherwise} ${goTo(page.otherwiseTo, words)}.</p>`}
${page.title && html`<h3>${page.title}</h3>`}
${page.body && html`<div class="paper-prose">${prose(page.body)}</div>`}
${page.questions.map((question) => paperQuestion(question, words))}
</div>`
}

function end(form: PaperForm, words: Words): Html {
  return html`<section class="paper-section paper-end">
  <div class="signature"><div><span>${words.signature}</span>${writingLine()}</div><div><span>${words.date}</span>${comb([2, 2, 4])}</div></div>
  ${form.privacy && html`<div class="paper-privacy paper-prose">${prose(form.privacy)}</div>`}
  <div class="paper-return">
    <div><h3>${words.paperReturn}</h3><p>${lines(form.returnTo)}</p></div>
    <div><h3>${words.paperHelp}</h3><p>${lines(form.help)}</p></div>
  </div>
  <p class="paper-edition">${form.service} · ${form.edition}</p>
</section>`
}

function lines(all: readonly string[]): Html[] {
  return all.map((line, index) => html`${index > 0 && html`<br>`}${line}`)
}

/** No name, number or edition of a case stands on this sheet: it must not lead back to the person. */
function equality(page: OutlinePage, form: PaperForm, words: Words): Html {
  return html`<aside class="sheet sheet--apart" aria-label="${words.equalityTitle}">
<div class="paper-head__council"><span>${form.council.name}</span></div>
<h2>${words.equalityTitle}</h2>
<p>${words.equalityNote}</p>
${pageOf(page, words)}
</aside>`
}
