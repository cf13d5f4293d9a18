/** The single place for what pages load besides themselves: named by content, compressed once, to be kept by browsers for ever. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { trimmed } from './govuk-stylesheet.ts'

/** A file to send. `path` begins with `/assets/` and carries a digest of the content, so it may be cached for ever. */
export interface Asset {
  readonly path: string
  /** The `Content-Type` to send. */
  readonly type: string
  readonly body: Buffer
  readonly encodings: { readonly br: Buffer; readonly gzip: Buffer }
}

export type AssetName = 'resident.css' | 'staff.css' | 'paper.css' | 'page.js' | 'renew.js' | 'live.js' | 'components.js' | 'icon.svg'

/** The `Cache-Control` to send with every asset. */
export const assetCaching = 'public, max-age=31536000, immutable'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
}

/** An asset of any content, such as a council's logo. The extension of `name` decides its type: css, js, svg or png. */
export function makeAsset(name: string, content: string | Buffer): Asset {
  const body = Buffer.from(content)
  const dot = name.lastIndexOf('.')
  const extension = name.slice(dot + 1)
  const type = types[extension]
  if (type === undefined) throw new TypeError(`An asset cannot be a .${extension} file`)
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 12)
  const br = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
  return { path: `/assets/${name.slice(0, dot)}-${digest}.${extension}`, type, body, encodings: { br, gzip: gzipSync(body, { level: 9 }) } }
}

/** Without comments and indentation, which nobody reads there. */
function own(name: string): string {
  const text = readFileSync(new URL(`./styles/${name}`, import.meta.url), 'utf8')
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll(/: (?=[^{]*[;}])/g, ':')
    .replaceAll(' {\n', '{')
    .replaceAll(';\n}', '}')
    .trim()
}

function govukFile(name: string): string {
  return readFileSync(createRequire(import.meta.url).resolve(`govuk-frontend/dist/govuk/${name}`), 'utf8')
}

/** What scripts add to a page that is complete without them. Their first act is to say that they run, which their styles wait for. */
function starter(govuk: Asset): string {
  const components = [
    'Button',
    'CharacterCount',
    'Checkboxes',
    'ErrorSummary',
    'NotificationBanner',
    'Radios',
    'ServiceNavigation',
    'SkipLink',
  ].join(',')
  return `import{createAll,${components}}from"${govuk.path}"
document.body.classList.add('js-enabled','govuk-frontend-supported')
for(const component of[${components}])createAll(component)
`
}

/** Fetches a part anew that is still going on (`renewing`). Nothing happens while nobody looks, or where the page is gone. */
const renewer = `const part=()=>document.querySelector('[data-renew]')
const renew=async()=>{
const old=part()
if(!document.hidden&&old){
const answer=await fetch(location.pathname).catch(()=>undefined)
if(answer&&!answer.ok)return
const other=answer&&new DOMParser().parseFromString(await answer.text(),'text/html').getElementById(old.id)
if(other)old.replaceWith(other)}
if(part())setTimeout(renew,3000)}
if(part())setTimeout(renew,3000)
`

/** Asks for a part that follows what is typed (`live`): a moment after the last key, never two at once, and the last answer stays until the next is there. */
const follower = `const follow=part=>{
const form=part.closest('form')
const inside=name=>document.getElementById(part.id+'-'+name)
let waiting,asking
const ask=async()=>{
asking?.abort()
const own=asking=new AbortController()
inside('state').textContent=part.dataset.working
const body=new URLSearchParams(new FormData(form))
body.set('only',part.id)
const text=await fetch(part.dataset.live,{method:'POST',body,signal:own.signal}).then(answer=>answer.ok?answer.text():'').catch(()=>'')
if(own!==asking)return
const other=new DOMParser().parseFromString(text,'text/html')
const [said,more]=['said','more'].map(name=>other.getElementById(part.id+'-'+name))
inside('state').textContent=said?'':part.dataset.stale
if(!said)return
if(inside('said').textContent!==said.textContent)inside('said').textContent=said.textContent
inside('more').replaceWith(more)}
if(form){
inside('button').hidden=true
form.addEventListener('input',()=>{clearTimeout(waiting);waiting=setTimeout(ask,300)})
if(part.dataset.due)ask()}}
for(const part of document.querySelectorAll('[data-live]'))follow(part)
`

function load(): Readonly<Record<AssetName, Asset>> {
  const shared = [
    trimmed(govukFile('govuk-frontend.min.css')),
    ...['frame', 'pictures', 'rules', 'suggestions'].map((name) => own(`${name}.css`)),
  ].join('\n')
  const govuk = makeAsset('components.js', govukFile('govuk-frontend.min.js').replace(/\/\/# sourceMappingURL=.*/, ''))
  return {
    'resident.css': makeAsset('resident.css', `${shared}\n${own('resident.css')}`),
    'staff.css': makeAsset('staff.css', `${shared}\n${own('staff.css')}\n${own('phone-script.css')}`),
    'paper.css': makeAsset('paper.css', own('paper.css')),
    'page.js': makeAsset('page.js', starter(govuk)),
    'renew.js': makeAsset('renew.js', renewer),
    'live.js': makeAsset('live.js', follower),
    'components.js': govuk,
    'icon.svg': makeAsset('icon.svg', own('icon.svg')),
  }
}

const byName = load()

/** Every asset of the project itself by path. A council's own (brand, logo) are added by whoever serves them. */
export const assets: ReadonlyMap<string, Asset> = new Map(Object.values(byName).map((asset) => [asset.path, asset]))

export function assetPath(name: AssetName): string {
  return byName[name].path
}
