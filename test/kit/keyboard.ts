/** The single place where tests use a page by keyboard alone, as somebody does who has no mouse: Tab, arrows, Space, Enter, and typing. */
import { z } from 'zod'
import type { Page as Tab } from 'playwright-core'

/** What has the focus. */
const Focused = z.object({
  tag: z.string(),
  type: z.string(),
  name: z.string(),
  value: z.string(),
  text: z.string(),
  /** The value of the radio chosen in its group. */
  chosen: z.string(),
  /** True for the summary of something folded up. */
  isFolded: z.boolean(),
  isCheckedBox: z.boolean(),
})
type Focused = z.infer<typeof Focused>

const focusedNow = `(() => {
  const here = document.activeElement
  const fold = here.tagName === 'SUMMARY' ? here.parentElement : undefined
  return {
    tag: here.tagName,
    type: here.type ?? '',
    name: here.name ?? '',
    value: here.value ?? '',
    text: (here.innerText ?? '').trim().replace(/\\s+/g, ' '),
    chosen: here.type === 'radio' ? (document.querySelector('input[name="' + here.name + '"]:checked')?.value ?? '') : '',
    isFolded: fold !== undefined && !fold.open,
    isCheckedBox: here.checked === true,
  }
})()`

const mostStops = 120

export class Keyboard {
  readonly tab: Tab
  /** How many keys have been pressed so far; what is typed counts by its letters. */
  strokes = 0

  constructor(tab: Tab) {
    this.tab = tab
  }

  async focused(): Promise<Focused> {
    return Focused.parse(await this.tab.evaluate(focusedNow))
  }

  /** From the top of the page onward, fills in the fields of these names, opening what is folded up, and then presses the button or link of these words. */
  async fillAndPress(fill: Readonly<Record<string, string>>, press: string): Promise<void> {
    const left = new Map(Object.entries(fill))
    const met: string[] = []
    for (let stop = 0; stop < mostStops; stop += 1) {
      await this.#strike('Tab')
      const here = await this.focused()
      met.push(here.name || here.text || here.tag)
      const wanted = left.get(here.name)
      if (here.tag === 'SUMMARY' && here.isFolded && left.size > 0) await this.#strike('Enter')
      else if (wanted !== undefined && here.tag !== 'BUTTON') {
        await this.#answer(here, wanted)
        left.delete(here.name)
      } else if (left.size === 0 && here.text === press && (here.tag === 'BUTTON' || here.tag === 'A')) {
        await this.#enter()
        return
      }
    }
    throw new Error(`By Tab one never meets ${[...left.keys(), press].join(', ')} on ${this.tab.url()}; one meets ${met.join(' | ')}`)
  }

  /** Goes on by Tab until a link or button of these words has the focus, and presses it. */
  press(words: string): Promise<void> {
    return this.fillAndPress({}, words)
  }

  async #enter(): Promise<void> {
    await Promise.all([this.tab.waitForEvent('load'), this.#strike('Enter')])
  }

  async #answer(here: Focused, wanted: string): Promise<void> {
    if (here.type === 'radio') return this.#choose(wanted)
    if (here.type === 'checkbox') {
      if (!here.isCheckedBox) await this.#strike('Space')
      return
    }
    if (here.tag === 'SELECT') {
      for (let place = 0; (await this.focused()).value !== wanted && place < 200; place += 1) await this.#strike('ArrowDown')
      return
    }
    await this.#strike('Control+A')
    await this.tab.keyboard.type(wanted)
    this.strokes += wanted.length
  }

  async #strike(key: string): Promise<void> {
    this.strokes += 1
    await this.tab.keyboard.press(key)
  }

  /** Space takes the radio one is on; the arrows go from one to the next and take it. */
  async #choose(wanted: string): Promise<void> {
    if ((await this.focused()).chosen === '') await this.#strike('Space')
    for (let place = 0; place < 40; place += 1) {
      if ((await this.focused()).chosen === wanted) return
      await this.#strike('ArrowDown')
    }
    throw new Error(`The arrows never reach the choice ${wanted}`)
  }
}
