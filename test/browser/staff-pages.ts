/** The pages of briefings, of tasks and times, of releases and of the tour, in each language. */
import type { Album } from './album.ts'

export async function briefingPages(album: Album): Promise<void> {
  const visitor = await album.visitor()
  for (const path of ['/briefings', '/tour']) await album.visit(visitor, path)
  const manager = await album.signedIn(album.place.people.manager)
  const [walk] = album.place.walks
  await album.visit(manager, '/staff/briefings')
  await album.visit(manager, '/staff/briefings/draft', 'nothing chosen')
  await album.visit(manager, `/staff/briefings/draft?about=${walk?.service}`)
  await manager.submit(album.place.lang === 'cy' ? 'Rhewi a chyhoeddi’r papur hwn' : 'Freeze and publish this briefing')
  album.keep(manager)
  const [figure] = /\/briefings\/[^/"]+\/figures\/[^"]+/.exec(manager.page.body) ?? []
  if (figure === undefined) throw new Error(`No sentence of the frozen briefing leads to a figure: ${manager.page.url}`)
  await album.visit(manager, figure)
  for (const path of ['/staff/services', '/staff/tasks', '/staff/appointments']) await album.visit(manager, path)
  for (const { service } of album.place.walks) await album.visit(manager, `/staff/services/${service}/checks`)
}
