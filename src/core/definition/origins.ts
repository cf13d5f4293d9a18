/** The single place that knows which file each part of a resolved definition came from. */
import type { Fault } from './fault.ts'
import type { Path, Position, SourceDocument } from './source/document.ts'

type Origin = { readonly document: SourceDocument; readonly path: Path }

/** Where a fault is: a path in the resolved definition, and whether its key or an offset inside its text is meant. */
export type Place = { readonly path: Path; readonly part?: 'key' | 'value'; readonly offset?: number }

/** Paths of a resolved definition to files, by the longest known beginning of the path. */
export class Origins {
  readonly #origins = new Map<string, Origin>()

  add(path: Path, document: SourceDocument, from: Path = []): void {
    this.#origins.set(keyOf(path), { document, path: from })
  }

  /** A fault with the file and position of its place. */
  faultAt(place: Place, told: Pick<Fault, 'code' | 'message' | 'help'>): Fault {
    const { document, path } = this.#find(place.path)
    return { file: document?.file ?? 'service.yaml', ...positionOf(document, path, place), ...told }
  }

  /** `file:line`, to name a second place in the help of a fault. */
  nameOf(path: Path): string {
    const origin = this.#find(path)
    return `${origin.document?.file ?? 'service.yaml'}:${positionOf(origin.document, origin.path, { path, part: 'key' }).line}`
  }

  #find(path: Path): { readonly document?: SourceDocument; readonly path: Path } {
    for (let length = path.length; length >= 0; length -= 1) {
      const origin = this.#origins.get(keyOf(path.slice(0, length)))
      if (origin !== undefined) return { document: origin.document, path: [...origin.path, ...path.slice(length)] }
    }
    return { path }
  }
}

function positionOf(document: SourceDocument | undefined, path: Path, place: Place): Position {
  if (document === undefined) return { line: 1, column: 1 }
  return place.offset === undefined ? document.locate(path, place.part) : document.locateInside(path, place.offset)
}

function keyOf(path: Path): string {
  return path.join('\u0000')
}
