/** The single place that draws the signs of a picture of the way through a service. No two differ by colour alone. */
import { html, type Html } from '../../html.ts'

export type Sign = 'moment' | 'page' | 'some' | 'leaving' | 'outcome' | 'adverse' | 'fault' | 'look' | 'people' | 'nobody'

/** Where the middle of a sign is, and the number in it. */
export interface At {
  readonly x: number
  readonly y: number
  readonly count?: number
}

export function signFor(sign: Sign, { x, y, count = 0 }: At): Html {
  switch (sign) {
    case 'moment':
      return html`<circle class="flow__moment" cx="${x}" cy="${y}" r="9"/>`
    case 'page':
      return html`<circle class="flow__page" cx="${x}" cy="${y}" r="7"/>`
    case 'some':
      return html`<circle class="flow__page flow__page--some" cx="${x}" cy="${y}" r="6"/>`
    case 'leaving':
      return html`<path class="flow__end" d="M${x} ${y - 9}V${y + 9}"/>`
    case 'outcome':
    case 'adverse':
      return html`<rect class="flow__outcome${sign === 'adverse' && ' flow__outcome--adverse'}" x="${x - 8}" y="${y - 8}" width="16" height="16" rx="4"/>`
    case 'fault':
      return html`<path class="flow__mark flow__mark--fault" d="M${x - 4} ${y - 10}h8l6 6v8l-6 6h-8l-6-6v-8z"/><path class="flow__mark-inside" d="M${x - 4} ${y - 4}l8 8m0-8l-8 8"/>`
    case 'look':
      return html`<path class="flow__mark" d="M${x} ${y - 10}l11 19h-22z"/><path class="flow__mark-inside" d="M${x} ${y - 3}v5m0 3.6v.1"/>`
    case 'people':
      return html`<circle class="flow__people" cx="${x}" cy="${y}" r="10"/><text class="flow__count" x="${x}" y="${y + 4.5}" text-anchor="middle" aria-hidden="true">${count}</text>`
    case 'nobody':
      return html`<circle class="flow__people flow__people--nobody" cx="${x}" cy="${y}" r="10"/>`
  }
}
