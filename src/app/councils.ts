/** The single place where the folders of councils are read from disk: settings, brand and logo. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Council, type CouncilSettings, readSettings } from '#http/council.ts'
import type { Store } from '#store/store.ts'
import { type Asset, makeAsset } from '#ui/assets.ts'
import { brandAsset } from '#ui/brand.ts'
import type { Environment } from './config.ts'
import { type Reason, StartFailure } from './failure.ts'

/** A council's folder as read: its settings and the files its pages load. */
export interface CouncilFolder {
  /** Where it lies. */
  readonly folder: string
  readonly settings: CouncilSettings
  readonly stylesheet: Asset
  readonly logo: Asset | undefined
}

const help = 'Correct the file; docs/how-to/add-a-council.md shows a whole one.'

/** Reads every council in these folders. @throws StartFailure naming every fault of every file */
export async function readCouncils(folders: readonly string[]): Promise<readonly CouncilFolder[]> {
  const paths = (await Promise.all(folders.map(councilPaths))).flat()
  const readings = await Promise.all(paths.map(readCouncil))
  const reasons = [...readings.flatMap(({ reasons }) => reasons), ...clashes(readings.flatMap(({ council }) => council ?? []))]
  if (reasons.length > 0) throw new StartFailure(reasons)
  const councils = readings.flatMap(({ council }) => council ?? [])
  if (councils.length > 0) return councils
  throw new StartFailure([
    {
      place: folders.join(':'),
      message: 'There is no council here.',
      help: 'Set FOLKMOOT_COUNCILS to a folder that holds one folder per council.',
    },
  ])
}

async function councilPaths(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name))
      .sort()
  } catch {
    throw new StartFailure([
      { place: folder, message: 'This folder cannot be read.', help: 'Check FOLKMOOT_COUNCILS and who may read it.' },
    ])
  }
}

interface Reading {
  readonly council?: CouncilFolder
  readonly reasons: readonly Reason[]
}

async function readCouncil(folder: string): Promise<Reading> {
  const file = join(folder, 'council.yaml')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { reasons: [{ place: file, message: 'This file cannot be read.', help }] }
  const { settings, faults } = readSettings(file, text)
  if (settings === undefined)
    return { reasons: faults.map((fault) => ({ place: `${fault.file}:${fault.line}:${fault.column}`, message: fault.message, help })) }
  const logoFile = settings.brand.logo?.file
  const logo = logoFile === undefined ? undefined : await readFile(join(folder, logoFile)).catch(() => undefined)
  if (logoFile !== undefined && logo === undefined)
    return { reasons: [{ place: join(folder, logoFile), message: 'The logo cannot be read.', help }] }
  const asset = logoFile !== undefined && logo !== undefined ? makeAsset(logoFile, logo) : undefined
  return { council: { folder, settings, stylesheet: brandAsset(settings.brand), logo: asset }, reasons: [] }
}

/** Two councils cannot have one id, nor one host name: nobody could say whose page it is. */
function clashes(councils: readonly CouncilFolder[]): Reason[] {
  const ids = councils.map(({ settings }) => settings.id)
  const hosts = councils.flatMap(({ settings }) => [...new Set(settings.hosts)])
  return [
    ...twice(ids).map((id) => ({ place: id, message: 'Two councils have this id.', help: 'Give one of them another.' })),
    ...twice(hosts).map((host) => ({ place: host, message: 'Two councils have this host name.', help: 'Give it to one of them.' })),
  ]
}

function twice(names: readonly string[]): string[] {
  return names.filter((name, place) => names.indexOf(name) !== place)
}

/** The council at work: its settings with its part of the database. */
export function openCouncil(
  { settings, stylesheet, logo }: CouncilFolder,
  store: Pick<Store, 'council'>,
  environment: Environment,
): Council {
  const size = settings.brand.logo
  const secretVariable = settings['sign-in'].oidc?.['secret-env']
  return {
    id: settings.id,
    settings,
    store: store.council(settings.id),
    brand: { stylesheet: stylesheet.path, logo: logo && size ? { src: logo.path, width: size.width, height: size.height } : undefined },
    directorySecret: secretVariable === undefined ? undefined : environment[secretVariable],
  }
}

/** The files that the councils' pages load, by path. */
export function assetsOf(councils: readonly CouncilFolder[]): ReadonlyMap<string, Asset> {
  const all = councils.flatMap(({ stylesheet, logo }) => (logo ? [stylesheet, logo] : [stylesheet]))
  return new Map(all.map((asset) => [asset.path, asset]))
}
