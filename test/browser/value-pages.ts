/** The pages of what services cost and give: for everybody, for whoever is asked how it was, and for staff who enter what figures rest on. */
import { type Walk, walkAndSend } from '#test/kit/walks.ts'
import type { Album } from './album.ts'

const evidence = { grade: 'B', source: 'Ledger', 'asOf-day': '31', 'asOf-month': '3', 'asOf-year': '2026' }

export async function valuePages(album: Album, { walk, manager }: { readonly walk: Walk; readonly manager: string }): Promise<void> {
  const root = `/services/${walk.service}/value`
  const visitor = await album.visitor()
  for (const path of ['/value', root, `${root}/cost`, `${root}/completion`]) await album.visit(visitor, path)
  await ratingPages(album, walk)
  await staffPages(album, { service: walk.service, manager })
}

async function ratingPages(album: Album, walk: Walk): Promise<void> {
  const resident = await album.visitor()
  await walkAndSend(resident, walk, album.place.lang)
  const [address] = /[^"]*\/how-was-it\/sent\/[^"]*/.exec(resident.page.body) ?? []
  if (address === undefined) throw new Error('Nobody is asked how it was')
  await resident.get(address)
  album.keep(resident)
  const [, key = ''] = /name="key" value="([^"]+)"/.exec(resident.page.body) ?? []
  await resident.post(album.path('/how-was-it'), { key, points: '4' })
  album.keep(resident)
  await resident.get(address)
  album.keep(resident, 'rated before')
  await album.visit(resident, '/how-was-it/nothing', 'gone')
}

async function staffPages(album: Album, { service, manager: name }: { readonly service: string; readonly manager: string }): Promise<void> {
  const manager = await album.signedIn(name)
  const root = `/staff/value/${service}`
  for (const path of ['/staff/value', root, `${root}/cost`, `${root}/minutes`]) await album.visit(manager, path)
  await manager.post(album.path(`${root}/cost`), {})
  album.keep(manager, 'left empty')
  await manager.get(album.path(root))
  const [, benefit] = /\/benefits\/([a-z0-9_]+)\/statement/.exec(manager.page.body) ?? []
  if (benefit === undefined) return
  for (const rest of ['about', 'statement']) await album.visit(manager, `${root}/benefits/${benefit}/${rest}`)
  await manager.post(album.path(`${root}/benefits/${benefit}/statement`), {
    figure: '12% more',
    definition: 'Each of them, by weight',
    ...evidence,
  })
  await manager.get(album.path(root))
  album.keep(manager, 'claimed')
  const [, statement] = /\/statements\/([0-9a-f-]{36})/.exec(manager.page.body) ?? []
  await album.visit(manager, `${root}/statements/${statement}`)
  await manager.post(album.path(`${root}/statements/${statement}`), { verdict: 'verified', figure: '12% more', ...evidence })
  album.keep(manager, 'claimed by oneself')
}
