/** The single list of the pictures in docs/screenshots, each with the person who sees the page. */
import type { Browser } from '#test/kit/browser.ts'
import { bilingual, english, type Installation } from '#test/kit/installation.ts'
import { bulkyWaste, reduction, referenceOn, walkAndSend, walkTo } from '#test/kit/walks.ts'

export interface Picture {
  readonly name: string
  readonly visitor: Browser
  readonly host: string
  readonly path: string
  /** What is folded up and opened first, and the heading the picture begins at. */
  readonly unfold?: string
  readonly from?: string
  /** A button to press first. */
  readonly press?: string
  readonly width?: number
  /** How much of a long page is shown, in pixels. */
  readonly height?: number
}

const phone = 400

export async function pictures(installation: Installation): Promise<readonly Picture[]> {
  await installation.fill(600)
  return [...(await residentPictures(installation)), ...(await staffPictures(installation))]
}

async function residentPictures(installation: Installation): Promise<Picture[]> {
  const visitor = installation.browser(english)
  await walkTo(visitor, reduction)
  const welsh = installation.browser(bilingual)
  await welsh.get('/')
  await welsh.click('Cymraeg')
  await walkTo(welsh, bulkyWaste, { lang: 'cy' })
  const sent = installation.browser(english)
  await walkAndSend(sent, reduction)
  const apply = '/services/council-tax-reduction/apply'
  const inWelsh = '/cy/services/bulky-waste'
  return [
    { name: 'services', visitor, host: english, path: '/services' },
    { name: 'start-page', visitor, host: english, path: '/services/council-tax-reduction' },
    { name: 'question', visitor, host: english, path: `${apply}/benefits` },
    { name: 'error', visitor: installation.browser(english), host: english, path: `${apply}/date-of-birth`, press: 'Continue' },
    { name: 'group', visitor, host: english, path: `${apply}/each-income` },
    { name: 'check-answers', visitor, host: english, path: `${apply}/check` },
    { name: 'confirmation', visitor: sent, host: english, path: '/services/council-tax-reduction/sent' },
    { name: 'about-the-rules', visitor, host: english, path: '/services/council-tax-reduction/about' },
    { name: 'choose-a-language', visitor: installation.browser(bilingual), host: bilingual, path: '/' },
    { name: 'welsh-start-page', visitor: welsh, host: bilingual, path: inWelsh },
    { name: 'welsh-check-answers-with-price', visitor: welsh, host: bilingual, path: `${inWelsh}/apply/check` },
    { name: 'phone-question', visitor: welsh, host: bilingual, path: '/services/bulky-waste/apply/items/1', width: phone },
    { name: 'phone-check-answers', visitor, host: english, path: `${apply}/check`, width: phone },
    { name: 'phone-services', visitor, host: english, path: '/services', width: phone },
    { name: 'value', visitor: welsh, host: bilingual, path: '/services/bulky-waste/value', height: 2600 },
    { name: 'value-of-all-services', visitor: welsh, host: bilingual, path: '/value' },
    { name: 'phone-value', visitor: welsh, host: bilingual, path: `${inWelsh}/value`, width: phone, height: 1600 },
    { name: 'paper-form', visitor, host: english, path: '/services/council-tax-reduction/paper' },
  ]
}

async function staffPictures(installation: Installation): Promise<Picture[]> {
  const officer = await installation.browserOf('tom', english)
  await officer.get('/staff/cases')
  const open = officer.page.href(officer.page.links.find((text) => /^.{3}-.{3}-.{3}$/.test(text)) ?? '')
  const { resident, decided } = await decidedCase(installation, officer)
  const keeper = await installation.browserOf('helen', english)
  const welshManager = await installation.browserOf('sian', bilingual)
  const welshOfficer = await installation.browserOf('dafydd', bilingual)
  return [
    { name: 'coverage', visitor: officer, host: english, path: '/services/broadband-demand/coverage' },
    { name: 'records', visitor: keeper, host: english, path: '/staff/records' },
    { name: 'value-costs', visitor: welshManager, host: bilingual, path: '/staff/value/bulky-waste' },
    { name: 'sign-in', visitor: installation.browser(english), host: english, path: '/sign-in' },
    { name: 'inbox', visitor: officer, host: english, path: '/staff/cases' },
    { name: 'case', visitor: officer, host: english, path: open },
    { name: 'case-rules', visitor: officer, host: english, path: open, unfold: 'Step by step', from: 'What the rules say' },
    { name: 'case-decided', visitor: officer, host: english, path: decided },
    { name: 'track-with-decision', visitor: resident, host: english, path: resident.page.url },
    { name: 'enter-a-form', visitor: officer, host: english, path: '/staff/enter/council-tax-reduction' },
    { name: 'phone-script', visitor: officer, host: english, path: '/staff/services/council-tax-reduction/phone' },
    { name: 'welsh-inbox', visitor: welshOfficer, host: bilingual, path: '/cy/staff/cases' },
    { name: 'phone-inbox', visitor: officer, host: english, path: '/staff/cases', width: phone },
  ]
}

/** Somebody applied, an officer decided, and they look at what was decided. */
async function decidedCase(installation: Installation, officer: Browser): Promise<{ resident: Browser; decided: string }> {
  const resident = installation.browser(english)
  const reference = referenceOn(await walkAndSend(resident, reduction))
  await officer.get(`/staff/cases?find=${reference}`)
  await officer.click(reference)
  const decided = officer.page.url
  await officer.submit('Record the decision', { reason: 'We checked your payslips. Your income is as you told us.' })
  await resident.get('/track')
  await resident.submit('Find it', { reference, contact: 'amina@example.org' })
  return { resident, decided }
}
