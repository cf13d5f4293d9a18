/** The single place for a part of a form that follows what is typed in it: browsers with scripts ask for it again, everybody else has a button. */
import { given } from './attributes.ts'
import { assetPath } from './assets.ts'
import { html, type Html } from './html.ts'

export interface LiveOptions {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  /** Where the form is posted to, with the field `only` set to `id`, for this part alone. */
  readonly href: string
  /** True where nothing is left to type, so that it is asked for at once. */
  readonly isDue: boolean
  /** Said aloud when it changes: a sentence or two. */
  readonly said?: string | undefined
  /** The rest, which can be read but is not said aloud. */
  readonly more?: Html | undefined
  /** The button for whoever has no scripts. */
  readonly button: Html
  readonly words: { readonly working: string; readonly stale: string }
}

export function live({ id, title, href, isDue, said, more, button, words }: LiveOptions): Html {
  return html`<section class="live" id="${id}" aria-labelledby="${id}-title" data-live="${href}" data-working="${words.working}" data-stale="${words.stale}"${given({ 'data-due': isDue && 'true' })}>
<h2 class="govuk-heading-m" id="${id}-title">${title}</h2>
<p class="govuk-body live__state" id="${id}-state"></p>
<p class="govuk-body live__said" id="${id}-said" role="status">${said}</p>
<div id="${id}-more">${more}</div>
<div id="${id}-button">${button}</div>
<script type="module" src="${assetPath('live.js')}"></script>
</section>`
}
