/** The single place that writes the reference of every key of a pack from the shapes it is read with. */
import { z } from 'zod'
import { jsonSchemaOf, packShapes, type SchemaName } from './json-schema.ts'

const Schema = z.record(z.string(), z.unknown())
type Schema = z.infer<typeof Schema>
type Row = { readonly key: string; readonly isRequired: boolean; readonly schema: Schema }

const names = Object.keys(packShapes).filter((name): name is SchemaName => Object.hasOwn(packShapes, name))

/** The reference as Markdown: for each file every key, whether it must be there, what it says, and an example. */
export function packFormatReference(): string {
  const parts = names.map((name) => new FileReference(name).text())
  const files = names.map(
    (name) => `- [\`${packShapes[name].files}\`](#${anchorOf(packShapes[name].files)}), [JSON Schema](schema/${name}.json)`,
  )
  return `# The pack format

Written from the shapes that packs are read with; do not edit it by hand. A key marked * must be there.

${files.join('\n')}

${parts.join('\n')}`
}

class FileReference {
  readonly #name: SchemaName
  readonly #definitions: Schema
  readonly #told = new Set<string>()

  constructor(name: SchemaName) {
    this.#name = name
    this.#definitions = recordAt(Schema.parse(jsonSchemaOf(name)), '$defs')
  }

  text(): string {
    const root = this.#resolve(Schema.parse(jsonSchemaOf(this.#name)))
    return `## \`${packShapes[this.#name].files}\`\n\n${this.#table(root, '')}`
  }

  #table(schema: Schema, prefix: string): string {
    const rows = this.#rows(schema, prefix)
    const lines = rows.map(
      ({ key, isRequired, schema: one }) =>
        `| \`${key}\`${isRequired ? ' \\*' : ''} | ${cell(this.#descriptionOf(one))} | ${code(this.exampleOf(one, 0))} |`,
    )
    return ['| key | what it says | example |', '| --- | --- | --- |', ...lines, ''].join('\n')
  }

  /** The keys of a schema with those inside them; a named part is told once in a file. */
  #rows(schema: Schema, prefix: string): readonly Row[] {
    const required = new Set(z.array(z.string()).catch([]).parse(schema.required))
    return Object.entries(recordAt(schema, 'properties')).flatMap(([name, value]) => {
      const key = prefix === '' ? name : `${prefix}.${name}`
      const inside = Schema.parse(value)
      return [{ key, isRequired: required.has(name), schema: inside }, ...this.#inside(inside, key)]
    })
  }

  #inside(schema: Schema, key: string): readonly Row[] {
    const id = referenceOf(schema)
    if (id !== undefined) {
      if (this.#told.has(id)) return []
      this.#told.add(id)
    }
    const resolved = this.#resolve(schema)
    const { items, additionalProperties } = resolved
    return [
      ...('properties' in resolved ? this.#rows(resolved, key) : []),
      ...(isSchema(items) ? this.#inside(items, `${key}[]`) : []),
      ...(isSchema(additionalProperties) ? this.#inside(additionalProperties, `${key}.<name>`) : []),
      ...this.#choices(choicesOf(resolved), key),
    ]
  }

  /** Keys that every choice has are told once, and a kind of question once in a file. */
  #choices(choices: readonly Schema[], key: string): readonly Row[] {
    const kinds = choices.filter((choice) => kindOf(this.#resolve(choice)) !== '')
    const [first] = kinds
    const shared =
      first === undefined
        ? []
        : Object.keys(recordAt(first, 'properties')).filter((name) => kinds.every((kind) => hasSameKey(kind, first, name)))
    const once =
      first === undefined || this.#told.has('kinds')
        ? []
        : this.#rows({ ...first, properties: pick(recordAt(first, 'properties'), (name) => shared.includes(name)) }, key)
    if (first !== undefined) this.#told.add('kinds')
    const each = choices.flatMap((choice) => {
      const kind = kindOf(this.#resolve(choice))
      if (kind === '') return this.#inside(choice, key)
      if (this.#told.has(kind)) return []
      this.#told.add(kind)
      return this.#rows(
        { ...choice, properties: pick(recordAt(choice, 'properties'), (name) => !shared.includes(name)) },
        `${key.replace(/\[\]$/, '')}[${kind}]`,
      )
    })
    return [...once, ...each]
  }

  #descriptionOf(schema: Schema): string {
    return z.string().catch('').parse(this.#resolve(schema).description)
  }

  /** An example of a value: one that is given, a choice, or one put together of what must be there. */
  exampleOf(schema: Schema, depth: number): unknown {
    const resolved = this.#resolve(schema)
    const [given] = z.array(z.unknown()).catch([]).parse(resolved.examples)
    const [choice] = z.array(z.unknown()).catch([]).parse(resolved.enum)
    if (given !== undefined) return given
    if ('const' in resolved) return resolved.const
    if (choice !== undefined) return choice
    if (resolved.type === 'boolean') return true
    if (depth > 4) return '…'
    if (isSchema(resolved.items)) return [this.exampleOf(resolved.items, depth + 1)]
    const [first] = choicesOf(resolved)
    if (first !== undefined) return this.exampleOf(first, depth + 1)
    if ('properties' in resolved) return this.#exampleOfKeys(resolved, depth)
    return isSchema(resolved.additionalProperties) ? { name: this.exampleOf(resolved.additionalProperties, depth + 1) } : '…'
  }

  #exampleOfKeys(schema: Schema, depth: number): unknown {
    const properties = recordAt(schema, 'properties')
    const required = z.array(z.string()).catch([]).parse(schema.required)
    const keys = required.length > 0 ? required : Object.keys(properties).slice(0, 1)
    return Object.fromEntries(keys.map((key) => [key, this.exampleOf(Schema.parse(properties[key] ?? {}), depth + 1)]))
  }

  #resolve(schema: Schema): Schema {
    const id = referenceOf(schema)
    return id === undefined ? schema : { ...Schema.catch({}).parse(this.#definitions[id]), ...schema }
  }
}

function referenceOf(schema: Schema): string | undefined {
  return typeof schema.$ref === 'string' ? schema.$ref.replace('#/$defs/', '') : undefined
}

function choicesOf(schema: Schema): readonly Schema[] {
  const choices = z.array(Schema).catch([])
  return [...choices.parse(schema.anyOf), ...choices.parse(schema.oneOf)]
}

function kindOf(schema: Schema): string {
  const kind = recordAt(recordAt(schema, 'properties'), 'kind').const
  return typeof kind === 'string' ? kind : ''
}

function hasSameKey(one: Schema, other: Schema, name: string): boolean {
  return JSON.stringify(recordAt(one, 'properties')[name]) === JSON.stringify(recordAt(other, 'properties')[name])
}

function pick(properties: Schema, isWanted: (name: string) => boolean): Schema {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => isWanted(name)))
}

function recordAt(schema: Schema, key: string): Schema {
  return Schema.catch({}).parse(schema[key])
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** YAML in one line; JSON is YAML too. */
function code(example: unknown): string {
  const text = typeof example === 'string' ? example : JSON.stringify(example).replaceAll('":', '": ').replaceAll(',"', ', "')
  return `\`\`${text.includes('`') ? ` ${text} ` : text}\`\``.replaceAll('|', '\\|')
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')
}
