/** The single place that shows the way through a service: a line with stops, what the signs mean, and the same stops as a list beside it. */
import { html, type Html } from '../../html.ts'
import { flowKey } from './key.ts'
import { flowList } from './list.ts'
import { flowPicture } from './picture.ts'
import type { ServiceFlowOptions } from './stop.ts'

export { type FlowMark, type FlowPerson, type FlowWords, type ServiceFlowOptions } from './stop.ts'

export function serviceFlow(options: ServiceFlowOptions): Html {
  const { id, title } = options
  return html`<figure class="picture flow" aria-labelledby="${id}-caption">
<figcaption class="picture__title govuk-body" id="${id}-caption">${title}</figcaption>
<div class="flow__sides">
<div>${flowPicture(options)}${flowKey(options)}</div>
${flowList(options)}
</div>
</figure>`
}
