/** The single place of what runs beside the server's own thread: it looks through one definition after the other. */
import { parentPort } from 'node:worker_threads'
import type { Definition, PackFiles } from '#core/definition/index.ts'
import { prove, proveReleased, type Proving } from './prove.ts'

/** `companions`: undefined for a version that was released. */
export type ToProve = { readonly turn: number; readonly definition: Definition; readonly companions: PackFiles | undefined }
export type Proven = { readonly turn: number; readonly proving: Proving } | { readonly turn: number; readonly failure: unknown }

parentPort?.on('message', (asked: ToProve) => parentPort?.postMessage(answerTo(asked)))

function answerTo({ turn, definition, companions }: ToProve): Proven {
  try {
    return { turn, proving: companions ? prove(definition, companions) : proveReleased(definition) }
  } catch (failure) {
    return { turn, failure }
  }
}
