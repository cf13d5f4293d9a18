/** The single place that makes the GOV.UK Frontend stylesheet fit for a council: no GOV.UK typeface, no crown, only what we use. */

/** Class names (and their parts) that no page of ours shows: GOV.UK's own marks, components not in use. */
const unused =
  /\.govuk-(?:header|footer__(?:crown|copyright-logo)|logo-dot|accordion|exit-this-page|feedback|file-upload|drop-zone|tabs|password-input)/

const typeface = /font-family:GDS Transport,arial,sans-serif/g

/** The stylesheet without unused rules and `@font-face`, its typeface left to `--council-typeface`. Input is minified CSS. */
export function trimmed(css: string): string {
  return rules(css.replace(/\/\*[^]*?\*\//g, ''))
    .map(kept)
    .join('')
    .replace(typeface, 'font-family:var(--council-typeface)')
}

interface Rule {
  readonly prelude: string
  /** What stands between the braces; undefined for a statement such as `@charset`. */
  readonly block: string | undefined
}

function kept({ prelude, block }: Rule): string {
  if (block === undefined || prelude.startsWith('@font-face')) return ''
  if (/^@(?:media|supports|-moz-document)/.test(prelude)) {
    const inner = rules(block).map(kept).join('')
    return inner === '' ? '' : `${prelude}{${inner}}`
  }
  if (prelude.startsWith('@')) return `${prelude}{${block}}`
  const selectors = selectorsOf(prelude).filter((selector) => !unused.test(selector.replace(/:not\(.*\)/, '')))
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${block}}`
}

/** Commas inside brackets, as in `:is(a, b)`, do not part selectors. */
function selectorsOf(prelude: string): string[] {
  return prelude.split(/,(?![^()]*\))/)
}

function rules(css: string): Rule[] {
  const found: Rule[] = []
  let start = 0
  for (let at = 0; at < css.length; at += 1) {
    if (css[at] === ';') {
      found.push({ prelude: css.slice(start, at), block: undefined })
      start = at + 1
    } else if (css[at] === '{') {
      const end = closing(css, at)
      found.push({ prelude: css.slice(start, at).trim(), block: css.slice(at + 1, end) })
      at = end
      start = end + 1
    }
  }
  return found
}

function closing(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1
    if (css[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  return css.length
}
