/** The single place for what every part of a record’s page is given. */
import type { Language } from '#core/definition/index.ts'
import type { AlgorithmRecord } from '../domain/index.ts'

export type RecordView = { readonly lang: Language; readonly record: AlgorithmRecord; readonly dataHref: string }
