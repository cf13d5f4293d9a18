/** The pages of services that councils share: what is offered, what came of others, and a new version of theirs beside one's own changes. */
import { publish } from '#features/services/index.ts'
import { followAll } from '#features/sharing/index.ts'
import type { Council } from '#http/council.ts'
import { moment } from '#test/kit/installation.ts'
import { starterFiles } from '#test/kit/pack-folder.ts'
import type { Album } from './album.ts'

export type Sharing = { readonly service: string; readonly manager: string; readonly director: string }

export async function sharingPages(album: Album, { service, manager: name, director }: Sharing): Promise<void> {
  const visitor = await album.visitor()
  await album.visit(visitor, '/offers')
  const accountable = await album.signedIn(director)
  await album.visit(accountable, `/staff/services/${service}/waive`)
  await accountable.post(album.path(`/staff/services/${service}/waive`), {})
  album.keep(accountable, 'left empty')
  const manager = await album.signedIn(name)
  await album.visit(manager, '/staff/sharing')
  const { councils } = album.place.installation
  for (const council of councils) await newVersionPages(album, { council, manager: name })
}

/** Where the council of the album took a service over: nothing new, then a new version that meets its own changes. */
async function newVersionPages(
  album: Album,
  { council, manager: name }: { readonly council: Council; readonly manager: string },
): Promise<void> {
  if (!council.settings.hosts.includes(album.place.host)) return
  const taken = council.settings.services.find(({ from }) => from !== undefined)
  const findNeighbour = (id: string) => album.place.installation.councils.find((one) => one.id === id)
  const neighbour = findNeighbour(taken?.from?.council ?? '')
  if (!taken || !neighbour) return
  const root = `/staff/sharing/${taken.id}`
  const manager = await album.signedIn(name)
  await album.visit(manager, root, 'nothing new')
  const files = await starterFiles(taken.id)
  const dearer = new Map(
    [...files].map(([path, text]) => [
      path,
      text.replace('first_items: { type: money, is: "24.00"', 'first_items: { type: money, is: "26.00"'),
    ]),
  )
  const published = await publish(neighbour, {
    files: new Map([...dearer].filter(([path]) => !path.startsWith('scenarios/'))),
    by: 'pages',
    at: moment,
  })
  if (published.state !== 'published') throw new Error(JSON.stringify(published))
  await followAll(council, { clock: () => new Date(moment), findNeighbour })
  await album.visit(manager, '/staff/sharing', 'something new')
  await album.visit(manager, root, 'something new')
  await manager.post(album.path(root), { do: 'hand' })
  album.keep(manager, 'not settled')
  await manager.post(album.path(`${root}/decline`), {})
  album.keep(manager, 'no reason')
  await album.visit(await album.visitor(), '/offers', 'after a change')
}
