/** The single list of the pictures of the guided tour in docs/screenshots: what each of its steps shows, in English, and in Welsh on a telephone. */
import type { Browser } from '#test/kit/browser.ts'
import { bilingual, english, type Installation } from '#test/kit/installation.ts'
import type { Picture } from './pictures.ts'

const phone = 400

/** What is shown of one step, after its button was pressed. */
interface Shot {
  readonly name: string
  /** The beginning of the button, in English and in Welsh; none for a further picture of the same page. */
  readonly press?: readonly [en: string, cy: string]
  /** The heading a picture begins at that shows what stands further down. */
  readonly from?: string
}

const story: readonly Shot[] = [
  { name: '1-apply', press: ['Start the tour', 'Dechrau’r daith'] },
  { name: '1-send', press: ['Next: Send', 'Nesaf: Ei anfon'] },
  { name: '2-suggest', press: ['Next: Suggest', 'Nesaf: Awgrymu'] },
  { name: '3-try', press: ['Next: Try', 'Nesaf: Rhoi cynnig'] },
  { name: '3-try-figures', from: 'Tried on last year’s cases' },
  { name: '4-back', press: ['Next: Back', 'Nesaf: Ei gefnogi'] },
  { name: '5-decide', press: ['Next: Decide', 'Nesaf: Penderfynu'] },
  { name: '5-decide-reasons', from: 'The decision' },
  { name: '6-release', press: ['Next: Apply', 'Nesaf: Gwneud cais'] },
  { name: '7-measure', press: ['Next: See what', 'Nesaf: Gweld'] },
  { name: '8-brief', press: ['Next: Write', 'Nesaf: Ysgrifennu'] },
]

const nextDoor: readonly Shot[] = [
  { name: '9-share', press: ['See it arrive', 'See it arrive'] },
  { name: '9-adopt', press: ['Next: Take it over', 'Next: Take it over'] },
]

/** Each picture is to be taken before the next is asked for: the story goes on, and on one installation it is told once. */
export async function* storyPictures(installation: Installation, lang: 'en' | 'cy'): AsyncGenerator<Picture> {
  const newcomer = installation.browser(bilingual)
  await newcomer.get(`/language/${lang}?return=/tour`)
  const look = lang === 'cy' ? { lang, host: bilingual, width: phone } : { lang, host: bilingual }
  yield pictureOf({ name: '0-tour' }, newcomer, look)
  for (const shot of lang === 'cy' ? story.filter(({ press }) => press) : story) {
    if (shot.press) await next(newcomer, shot.press[lang === 'cy' ? 1 : 0])
    yield pictureOf(shot, newcomer, look)
  }
  if (lang === 'cy') return
  const visitor = installation.browser(english)
  await visitor.get('/tour?from=tour')
  for (const shot of nextDoor) {
    await next(visitor, shot.press?.[0] ?? '')
    yield pictureOf(shot, visitor, { lang, host: english })
  }
}

type Look = Pick<Picture, 'host' | 'width'> & { readonly lang: 'en' | 'cy' }

function pictureOf({ name, from }: Shot, visitor: Browser, { lang, ...look }: Look): Picture {
  return { name: `story-${name}${lang === 'cy' ? '-welsh' : ''}`, visitor, path: visitor.page.url, ...look, ...(from && { from }) }
}

async function next(visitor: Browser, beginning: string): Promise<void> {
  const button = visitor.page.buttons.find((text) => text.startsWith(beginning))
  if (button === undefined) throw new Error(`No button begins “${beginning}” on ${visitor.page.url}`)
  await visitor.submit(button)
}
