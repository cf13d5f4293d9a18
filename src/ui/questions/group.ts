/** How a question for a group that repeats is shown: what was added so far, each to change or remove, and one more to add. */
import { button } from '../components/button.ts'
import { formGroup, describe } from '../components/form-group.ts'
import { summaryList } from '../components/summary-list.ts'
import { html, type Html } from '../html.ts'
import { wordsIn } from '../words/index.ts'
import { aroundOf, type GroupMember, labelText, type View } from './view.ts'

export const groupView: View<'group'> = (props) => {
  const words = wordsIn(props.lang)
  const around = aroundOf(props)
  const members = props.members ?? []
  const heading = props.isPageHeading
    ? html`<h1 class="govuk-heading-l">${labelText(props)}</h1>`
    : html`<h2 class="govuk-heading-m">${labelText(props)}</h2>`
  const add =
    props.addHref &&
    button({
      text: `${members.length === 0 ? words.add : words.addAnother}${props.text.one === undefined ? '' : `: ${props.text.one}`}`,
      href: props.addHref,
      classes: 'govuk-button--secondary',
      id: props.name,
    })
  return formGroup(
    around,
    html`${heading}
${describe(props.name, around).markup}
${members.length === 0 ? html`<p class="govuk-body nothing-yet">${words.nothingAdded}</p>` : list(members, words)}
${add}`,
  )
}

function list(members: readonly GroupMember[], words: { readonly change: string; readonly remove: string }): Html {
  return summaryList({
    classes: 'group-members',
    rows: members.map(({ title, lines = [], changeHref, removeHref }) => ({
      key: { text: title },
      value: lines.length === 0 ? {} : { html: html`${lines.map((line, place) => html`${place > 0 && html`<br>`}${line}`)}` },
      actions: {
        items: [
          { href: changeHref, text: words.change, visuallyHiddenText: title },
          { href: removeHref, text: words.remove, visuallyHiddenText: title },
        ],
      },
    })),
  })
}
